"""What a drawing means in mm: units, places, paint, and what is left out."""

from __future__ import annotations

import gzip
import time

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.motifs.svg import LEFT_OUT, Drawing, Shape, read_svg
from tests.support.hostile_svg import SQUARE, svg


def boxes(drawing: Drawing) -> list[tuple[float, ...]]:
    found = []
    for shape in drawing.shapes:
        low, high = shape.path.points.min(axis=0), shape.path.points.max(axis=0)
        found.append(tuple(np.round([*low, *high], 6).tolist()))
    return found


def page(attributes: str, body: str = '<rect x="2" y="4" width="10" height="10"/>') -> Drawing:
    return read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>'.encode())


def only(*body: str) -> Shape:
    (shape,) = read_svg(svg(*body)).shapes
    return shape


PX = 25.4 / 96
LOW_PAGE = 'width="100mm" height="100mm" viewBox="0 0 100 50"'


@pytest.mark.parametrize(
    ("attributes", "box", "page_mm"),
    [
        ('width="100mm" height="50mm" viewBox="0 0 100 50"', (2, 4, 12, 14), (0, 0, 100, 50)),
        ('width="10cm" height="5cm" viewBox="0 0 100 50"', (2, 4, 12, 14), (0, 0, 100, 50)),
        ('width="1in" height="1in" viewBox="0 0 50.8 50.8"', (1, 2, 6, 7), (0, 0, 25.4, 25.4)),
        ('width="72pt" height="6pc" viewBox="0 0 25.4 25.4"', (2, 4, 12, 14), (0, 0, 25.4, 25.4)),
        ('width="96" height="96px"', (2 * PX, 4 * PX, 12 * PX, 14 * PX), (0, 0, 25.4, 25.4)),
        ('viewBox="0 0 96 96"', (2 * PX, 4 * PX, 12 * PX, 14 * PX), (0, 0, 25.4, 25.4)),
        ('width="100%" height="100%" viewBox="0 0 96 96"', (2 * PX, 4 * PX, 12 * PX, 14 * PX), (0, 0, 25.4, 25.4)),
        ("", (2 * PX, 4 * PX, 12 * PX, 14 * PX), None),
        # The origin stays the file's own, and the page lies about it
        ('width="100mm" height="50mm" viewBox="-50 -25 100 50"', (2, 4, 12, 14), (-50, -25, 50, 25)),
        ('width="100mm" viewBox="0 0 50 25"', (4, 8, 24, 28), (0, 0, 100, 50)),
        # One scale for both ways, the rest of the page on both sides
        (LOW_PAGE, (2, 4, 12, 14), (0, -25, 100, 75)),
        (f'{LOW_PAGE} preserveAspectRatio="none"', (2, 8, 12, 28), (0, 0, 100, 100)),
        (f'{LOW_PAGE} preserveAspectRatio="xMidYMin slice"', (4, 8, 24, 28), (50, 0, 150, 100)),
    ],
)  # fmt: skip
def test_units_and_pages(attributes, box, page_mm):
    drawing = page(attributes)
    assert boxes(drawing) == [pytest.approx(box, abs=1e-6)]
    assert drawing.page_mm == (pytest.approx(page_mm) if page_mm else None)


@pytest.mark.parametrize(
    ("transform", "box"),
    [
        ("translate(3)", (3, 0, 13, 20)),
        ("translate(3 4)", (3, 4, 13, 24)),
        ("translate(3,4)scale(2)", (3, 4, 23, 44)),
        ("scale(2) translate(3,4)", (6, 8, 26, 48)),
        ("scale(2,.5)", (0, 0, 20, 10)),
        ("rotate(90)", (-20, 0, 0, 10)),
        ("rotate(90 10 10)", (0, 0, 20, 10)),
        ("matrix(0 1 -1 0 20 0)", (0, 0, 20, 10)),
        ("skewX(45)", (0, 0, 30, 20)),
        ("skewY(45)", (0, 0, 10, 30)),
        ("", (0, 0, 10, 20)),
    ],
)
def test_transforms(transform, box):
    assert boxes(read_svg(svg(f'<g transform="{transform}"><rect width="10" height="20"/></g>'))) == [
        pytest.approx(box, abs=1e-6)
    ]


@pytest.mark.parametrize("transform", ["rotate(1e999)", "scale(0)", "wobble(3)", "translate(1 2 3)", "matrix(1 0 0 1)"])
def test_a_part_with_an_impossible_transform_is_left_out(transform):
    drawing = read_svg(svg(f'<g transform="{transform}">{SQUARE}</g>', SQUARE))
    assert (len(drawing.shapes), drawing.left_out) == (1, (("impossible-number", 1),))


@pytest.mark.parametrize(
    ("element", "box", "verbs"),
    [
        ('<rect x="1" y="2" width="10" height="20"/>', (1, 2, 11, 22), 5),
        ('<rect width="10" height="20" rx="3"/>', (0, 0, 10, 20), 10),
        ('<rect width="10" height="20" rx="30" ry="2"/>', (0, 0, 10, 20), 10),
        ('<rect width="10%" height="20%"/>', (0, 0, 10, 20), 5),
        ('<circle cx="10" cy="10" r="5"/>', (5, 5, 15, 15), 6),
        ('<ellipse cx="10" cy="10" rx="5" ry="2"/>', (5, 8, 15, 12), 6),
        ('<ellipse cx="10" cy="10" rx="5"/>', (5, 5, 15, 15), 6),
        ('<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>', (1, 2, 3, 4), 2),
        ('<polyline points="0,0 5,0 5 7"/>', (0, 0, 5, 7), 3),
        ('<polygon points="0,0 5,0 5 7"/>', (0, 0, 5, 7), 4),
        ('<path d="M0 0h5v7z"/>', (0, 0, 5, 7), 4),
        ('<rect width="1cm" height="2cm"/>', (0, 0, 10 / PX, 20 / PX), 5),
    ],
)
def test_shapes(element, box, verbs):
    shape = only(element)
    assert boxes(Drawing((shape,), None, "", ())) == [pytest.approx(box, abs=1e-6)]
    assert len(shape.path.verbs) == verbs


@pytest.mark.parametrize(
    "element",
    [
        '<rect width="0" height="5"/>',
        '<line x2="5"/>',
        '<path d="M1 1h0" stroke="red"/>',
        '<circle r="-1"/>',
        '<ellipse rx="3" ry="0"/>',
        '<polygon points="1 2"/>',
        "<path/>",
    ],
)
def test_what_draws_nothing(element):
    drawing = read_svg(svg(element, SQUARE))
    assert (len(drawing.shapes), drawing.left_out) == (1, ())


def test_use_and_symbol_and_nested_svg():
    body = (
        '<defs><rect id="r" width="2" height="2"/>'
        '<symbol id="s" viewBox="0 0 10 10"><rect width="5" height="5"/></symbol></defs>'
        '<use href="#r" x="3" y="4"/><use xlink:href="#r" transform="scale(10)"/>'
        '<use href="#s" x="50" width="20" height="20"/>'
        '<svg x="10" y="20" width="30" height="30" viewBox="0 0 3 3"><rect width="50%" height="1"/></svg>'
    )
    assert boxes(read_svg(svg(body))) == [(3, 4, 5, 6), (0, 0, 20, 20), (50, 0, 60, 10), (10, 20, 25, 30)]


def test_a_use_takes_paint_from_where_it_stands():
    body = (
        '<defs><g fill="red"><path id="p" d="M0 0h5v5z"/></g></defs>'
        '<g fill="none" stroke="blue" stroke-width="2" data-kind="lines" data-role="outline"><use href="#p"/></g>'
    )
    shape = only(body)
    assert (shape.pen.fill, shape.pen.stroke, shape.stroke_width_mm) == (None, (0, 0, 255), 2)
    assert (shape.kind, shape.role) == ("lines", "outline")


def test_strokes_scale_with_their_shape_and_become_areas_where_they_are_uneven():
    line = '<path d="M0 0h5" stroke="black" stroke-width="2"/>'
    fixed = '<path d="M0 0h5" stroke="black" stroke-width="2" vector-effect="non-scaling-stroke"/>'
    drawing = read_svg(svg(f'<g transform="scale(3)">{line}{fixed}</g><g transform="scale(4 1)">{line}</g>'))
    assert [shape.stroke_width_mm for shape in drawing.shapes] == pytest.approx([6, 2, 0])
    assert drawing.left_out == ()
    uneven = drawing.shapes[2]
    assert (uneven.pen.fill, uneven.pen.stroke, uneven.pen.inked_line) == ((0, 0, 0), None, True)
    assert boxes(Drawing((uneven,), None, "", ())) == [pytest.approx((0, -1, 20, 1), abs=1e-3)]
    turned = read_svg(svg(f'<g transform="rotate(33) scale(-2 2)">{line}</g>'))
    assert (turned.shapes[0].stroke_width_mm, turned.left_out) == (pytest.approx(4), ())


@pytest.mark.parametrize("width", ["0", "-2", "0%"])
def test_a_stroke_without_width_is_none(width):
    shape = only(f'<path d="M0 0h5v5" stroke="red" stroke-width="{width}"/>')
    assert (shape.pen.stroke, shape.stroke_width_mm) == (None, 0)


def test_pens():
    shape = only(
        '<path d="M0 0h5v5z" fill-rule="evenodd" stroke-linejoin="round" '
        'style="fill:#abc;stroke:rgb(10%,0,255);stroke-linecap:round"/>'
    )
    assert shape.pen.fill == (0xAA, 0xBB, 0xCC)
    assert shape.pen.stroke == (26, 0, 255)
    assert (shape.pen.even_odd, shape.pen.cap, shape.stroke_width_mm) == (True, "round", 1)
    pens = 'stroke="hotpink" color="tan" fill="currentColor" stroke-linecap="square"'
    square = read_svg(svg(f'<path d="M0 0h5v5" {pens} stroke-width=".5" stroke-linejoin="round"/>')).shapes
    assert [(one.pen.fill, one.pen.stroke) for one in square] == [((210, 180, 140), None), (None, (255, 105, 180))]
    assert square[1].pen.cap == "butt"
    assert square[1].path.points.tolist() == [[-0.25, 0], [0, 0], [5, 0], [5, 5], [5, 5.25]]


def test_css_cascade():
    sheet = (
        "/* { } */ @import url(x.css); rect {fill: #000001} .a{fill:#000002;stroke:red} #i { fill : #000003 } "
        ".b{fill:#000004} .a.b{fill:#000009} g > rect{fill:#000009} @media print{rect{fill:#000009}} *{stroke:none}"
        "rect{stroke-linejoin:round}"
        ".strong{fill:#000005 !important}"
    )
    rects = (
        '<rect width="1" height="1"/>',
        '<rect width="1" height="1" class="a"/>',
        '<rect width="1" height="1" class="b a"/>',
        '<rect width="1" height="1" class="a" id="i"/>',
        '<rect width="1" height="1" id="x" class="a" style="fill:#000006"/>',
        '<rect width="1" height="1" class="strong" style="fill:#000006"/>',
        '<rect width="1" height="1" fill="#000007" class="c"/>',
    )
    drawing = read_svg(svg("<style>", sheet, "</style>", *rects))
    assert [shape.pen.fill[2] for shape in drawing.shapes] == [1, 2, 4, 3, 6, 5, 1]
    assert drawing.shapes[1].pen.stroke == (255, 0, 0)
    assert dict(drawing.left_out) == {"style-rule": 4}


def test_groups_names_and_roles_are_inherited_the_nearest_first():
    shape = only(
        '<g inkscape:label="Klowong" id="layer1" data-kind="lines" data-role="body">'
        '<g class="x y" data-role="heart"><rect id="me" width="1" height="1"/></g></g>'
    )
    assert shape.names == ("me", "x", "y", "Klowong", "layer1")
    assert (shape.kind, shape.role) == ("lines", "heart")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<text>halo</text>", "text"),
        ('<image href="data:,"/>', "image"),
        ("<script>alert(1)</script>", "script"),
        ("<foreignObject><p>x</p></foreignObject>", "foreignObject"),
        ('<rect width="1" height="1"><animate attributeName="x"/></rect>', "animation"),
        ('<filter id="f"/><rect width="1" height="1" filter="url(#f)"/>', "filter"),
        ('<linearGradient id="f"/><rect width="1" height="1" fill="url(#f)"/>', "gradient"),
        ('<pattern id="f"/><rect width="1" height="1" fill="url(#f) red"/>', "pattern"),
        ('<rect width="1" height="1" clip-path="circle(40%)"/>', "clip-path"),
        (f'<clipPath id="f"><use href="#g"/></clipPath><g clip-path="url(#f)">{SQUARE}</g><g id="g"/>', "clip-path"),
        (f'<clipPath id="f" clip-path="url(#f)">{SQUARE}</clipPath><g clip-path="url(#f)">{SQUARE}</g>', "clip-path"),
        ('<mask id="f"/><g mask="url(#f)"/>', "mask"),
        ('<path d="M0 0h5" marker-end="url(#m)"/>', "marker"),
        ('<path d="M0 0h9e5" stroke="red" stroke-dasharray="1 2"/>', "dashes"),
        ('<rect width="1" height="1" opacity=".5"/>', "opacity"),
        ('<rect width="1" height="1" fill-opacity="50%"/>', "opacity"),
        ('<rect width="1" height="1" display="none"/>', "hidden"),
        ('<rect width="1" height="1" visibility="hidden"/>', "hidden"),
        ('<rect width="1" height="1" style="opacity:0"/>', "hidden"),
        ('<use href="other.svg#a"/>', "outside-reference"),
        ('<use href="#nowhere"/>', "missing-reference"),
        ('<rect width="1" height="1" fill="url(#nowhere)"/>', "missing-reference"),
        ('<rect width="2000000" height="1"/>', "impossible-number"),
        ('<path d="M0 0L"/>', "path-mistake"),
        ("<style>rect:hover{fill:red}</style>", "style-rule"),
    ],
)
def test_what_is_left_out_is_said(body, kind):
    assert read_svg(svg(body, SQUARE)).left_out == ((kind, 1),)
    assert LEFT_OUT[kind].id
    assert LEFT_OUT[kind].en


def test_a_gradient_is_read_as_the_mean_of_its_stops():
    stops = '<stop stop-color="#ff0000"/><stop style="stop-color:#0000ff"/>'
    body = f'<linearGradient id="a">{stops}</linearGradient><radialGradient id="b" xlink:href="#a"/>'
    assert only(body, '<rect width="1" height="1" fill="url(#b)"/>').pen.fill == (128, 0, 128)


def test_what_lets_light_through_is_read_as_it_looks_on_white():
    rect = '<rect width="5" height="5"'
    fills = {
        f'{rect} fill-opacity=".2"/>': (204, 204, 204),
        f'<g opacity=".5">{rect} opacity=".4"/></g>': (204, 204, 204),
        f'{rect} fill="rgba(0, 0, 0, .2)"/>': (204, 204, 204),
        f'{rect} fill="#00000033"/>': (204, 204, 204),
        f'{rect} fill="hsl(240, 100%, 50%)"/>': (0, 0, 255),
        f'{rect} fill="hsl(-120 100% 25%)"/>': (0, 0, 128),
    }
    assert [only(body).pen.fill for body in fills] == list(fills.values())


@pytest.mark.parametrize("paint", ["transparent", "rgba(9,9,9,0)", "#1230", "#11223300", "none"])
def test_a_paint_that_cannot_be_seen_is_none(paint):
    assert len(read_svg(svg(f'<rect width="5" height="5" fill="{paint}"/>', SQUARE)).shapes) == 1


def test_soft_shadows_are_left_out_and_plain_gradients_are_not():
    fading = '<stop stop-color="black"/><stop stop-opacity="0"/>'
    shadow = f'<radialGradient id="a">{fading}</radialGradient><circle r="9" fill="url(#a)" opacity=".4"/>'
    drawing = read_svg(svg(shadow, SQUARE))
    assert (len(drawing.shapes), drawing.left_out) == (1, (("gradient", 1), ("soft-shade", 1), ("opacity", 1)))
    leaf = f'<linearGradient id="a">{fading}</linearGradient><circle r="9" fill="url(#a)"/>'
    assert only(leaf).pen.fill == (128, 128, 128)
    opaque = '<radialGradient id="a"><stop stop-color="red"/><stop stop-color="red"/></radialGradient>'
    assert only(opaque, '<circle r="9" fill="url(#a)"/>').pen.fill == (255, 0, 0)


def test_hidden_groups_may_show_a_child_unless_they_are_not_displayed():
    shown = '<g visibility="hidden"><rect width="1" height="1" visibility="visible"/></g>'
    lost = '<g display="none"><rect width="1" height="1" display="inline"/></g>'
    assert len(read_svg(svg(shown, lost)).shapes) == 1


def test_files_of_other_programs():
    prefixed = (
        b'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect width="9" height="9"/><o:x xmlns:o="urn:o"/></s:svg>'
    )
    assert len(read_svg(prefixed).shapes) == 1
    assert len(read_svg(gzip.compress(svg(SQUARE))).shapes) == 1
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert len(read_svg(doctype + svg(SQUARE)).shapes) == 1
    assert len(read_svg(svg(SQUARE).decode().encode("utf-16")).shapes) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "svg.not_xml"),
        (b"not xml", "svg.not_xml"),
        (b"<svg><g></svg>", "svg.not_xml"),
        (b"\x1f\x8bnonsense", "svg.not_xml"),
        (b'<?xml version="1.0" encoding="nonsense"?><svg/>', "svg.not_xml"),
        (b"\x89PNG\r\n\x1a\n", "svg.not_xml"),
        (b"<html><svg/></html>", "svg.not_svg"),
        (svg(), "svg.empty"),
        (svg("<text>only words</text>"), "svg.empty"),
        (svg(" " * (20 * 1024 * 1024)), "svg.too_large"),
        (svg("<g/>" * 200_001), "svg.too_many_elements"),
        (b'<!DOCTYPE svg [<!ATTLIST svg id ID #IMPLIED>]><svg/>', "svg.entities"),
    ],
)  # fmt: skip
def test_refused(data, code):
    with pytest.raises(BatikError) as caught:
        read_svg(data)
    assert caught.value.code == code


def test_a_large_traced_drawing_reads_in_time():
    """2 MB, 100,000 segments, about 0.2 s on the machine it was measured on."""
    data = svg('<path d="M0 0', *(f"l{i % 9 - 4}.1234567 {i % 7 - 3}.4567890" for i in range(100_000)), '"/>')
    assert len(data) > 2_000_000
    started = time.process_time()
    drawing = read_svg(data)
    assert time.process_time() - started < 2.0
    assert len(drawing.shapes[0].path.points) == 100_001
