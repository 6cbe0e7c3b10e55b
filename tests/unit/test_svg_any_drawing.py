"""Whatever a drawing says, it is read, or refused with a code; nothing else is raised, and what is read can be kept."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from batikstudio.base.errors import BatikError
from batikstudio.motifs.svg import motif_from_svg, motif_to_svg, read_svg
from batikstudio.motifs.svg.limits import LARGEST_MM
from tests.support.hostile_svg import svg

NUMBERS = ["0", "1", "-3", "2.5", "1e3", "1e-9", "1e155", "-1e308", "1e999", "nan", "", "50%", "3mm", "1e300in", "x"]
TRANSFORMS = [
    "scale(0 1e300)",
    "matrix(1e200 0 0 1e200 0 0)",
    "rotate(1e300)",
    "translate(3 4)scale(-2)",
    "skewX(90)",
    "scale(1e155)",
    "rotate(20 3 4)",
    "matrix(1 2 3)",
    "scale(1e-200)",
]
PATHS = [
    "M0 0L5 5 9 0z",
    "M0 0h0",
    "M1 1A5 6 30 0150 50t3 4q1 2 3 4s5 6 7 8z",
    "M0 0A1e154 1e154 0 1 1 1e154 0",
    "M0 0L1e308 0A1 1 0 1 1-1e308 0",
    "M0 0C1e308 0 1e308 1 2 2S3 3 4 4",
    "M0 0Q1e308 0 -1e308 5T9 9",
    "M5 5",
    "L1 1",
    "M0 0L9 0 0 0 9 0",
    "M1 1C1 1 5 5 5 5S9 0 9 9M3 3z",
    "M0 0L1e-320 0A1e-320 1e-320 0 1 0 1e-319 0z",
]
PAINTS = [
    "none",
    "red",
    "#123",
    "#12345",
    "rgb(1e999,2%,3)",
    "hsl(1e999 50% 50%)",
    "hsla(-40,120%,30%,.2)",
    "rgba(1,2,3,1e999)",
    "#12345678",
    "url(#a)",
    "url(#b) blue",
    "currentColor",
    "inherit",
    "url(x.svg#a)",
    "",
]
VALUES: dict[str, list[str]] = {
    "x": NUMBERS,
    "y": NUMBERS,
    "width": NUMBERS,
    "height": NUMBERS,
    "r": NUMBERS,
    "rx": NUMBERS,
    "ry": NUMBERS,
    "cx": NUMBERS,
    "x2": NUMBERS,
    "opacity": NUMBERS,
    "stroke-width": NUMBERS,
    "fill-opacity": NUMBERS,
    "d": PATHS,
    "transform": TRANSFORMS,
    "fill": PAINTS,
    "stroke": PAINTS,
    "points": ["1 2 3 4 5 6", "1 2 3", "1e999 0 0 0 5 5", "x"],
    "viewBox": ["0 0 5 5", "0 0 1e-300 1e300", "0 0 0 0", "1 2", "0 0 1e999 5", "-1e308 0 1e308 3"],
    "preserveAspectRatio": ["none", "xMaxYMin slice", "x"],
    "id": ["a", "b", "isen"],
    "href": ["#a", "#b", "#c", "http://x/y#a", ""],
    "class": ["a", "a b", "outline"],
    "style": [
        "fill:red;stroke:blue",
        "stroke-width:1e308;stroke:red",
        "transform:scale(2);display:none",
        ";;:",
        "fill:url(#a)",
    ],
    "stroke-linecap": ["round", "square", "x"],
    "vector-effect": ["non-scaling-stroke"],
    "stroke-dasharray": ["1 2", "none", "x", "0", "0 0 5", "1e-9 1e-9", "-1 5", "1e308 1e308", "5%", "3 1e999"],
    "stroke-dashoffset": NUMBERS,
    "stroke-linejoin": ["round", "bevel", "miter", "x"],
    "stroke-miterlimit": NUMBERS,
    "paint-order": ["stroke", "fill stroke", "x"],
    "clip-path": ["url(#a)", "url(#b)", "url(#none)", "circle(3px)", "none", "url(x.svg#a)"],
    "clipPathUnits": ["objectBoundingBox", "userSpaceOnUse"],
    "clip-rule": ["evenodd", "x"],
    "overflow": ["visible", "hidden"],
    "pathLength": NUMBERS,
    "stop-color": PAINTS,
    "stop-opacity": NUMBERS,
    "data-kind": ["lines", "areas", "x"],
    "data-role": ["body", "x"],
    "visibility": ["hidden", "visible"],
}
TAGS = [
    "g",
    "use",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polygon",
    "svg",
    "symbol",
    "defs",
    "clipPath",
    "clipPath",
    "linearGradient",
    "stop",
    "a",
    "text",
]
SHEETS = [
    "",
    ".a{fill:red}#b{opacity:0}",
    "rect{stroke:url(#a);stroke-width:1e999}*{fill-opacity:x}",
    "a{",
    "}}{{",
    "@x;.b{fill:#",
]

attributes = st.dictionaries(st.sampled_from(list(VALUES)), st.integers(0, 99), max_size=6).map(
    lambda chosen: "".join(f" {name}={quoteattr(VALUES[name][k % len(VALUES[name])])}" for name, k in chosen.items())
)


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, given, inside: f"<{tag}{given}>{''.join(inside)}</{tag}>",
        st.sampled_from(TAGS),
        attributes,
        st.lists(children, max_size=4),
    )


elements = st.recursive(
    st.builds(lambda given: f"<path d='M0 0h5v5'{given.replace(' d=', ' o=')}/>", attributes), element, max_leaves=12
)


@settings(max_examples=300)
@given(attributes, st.sampled_from(SHEETS), st.lists(elements, min_size=1, max_size=4))
def test_any_drawing_is_read_or_refused(root: str, sheet: str, body: list[str]):
    data = f"<svg{root}><style>{sheet}</style>{''.join(body)}</svg>".encode()
    try:
        drawing = read_svg(data)
        motif = motif_from_svg(data, "x").motif
    except BatikError:
        return
    for shape in drawing.shapes:
        assert np.abs(shape.path.points).max() <= LARGEST_MM
        assert (shape.pen.stroke is None) == (shape.stroke_width_mm == 0)
        assert 0 <= shape.stroke_width_mm <= LARGEST_MM
    kept = motif_from_svg(motif_to_svg(motif), "x").motif
    assert kept.about == motif.about
    assert motif_to_svg(kept) == motif_to_svg(motif) or len(kept.parts) < len(motif.parts)


LINE_NAMES = [name for name in VALUES if name.startswith("stroke-")] + ["pathLength", "paint-order", "vector-effect"]
lines = st.dictionaries(st.sampled_from([*LINE_NAMES, "transform", "clip-path"]), st.integers(0, 99), max_size=5)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(PATHS), lines), min_size=1, max_size=3), lines, st.sampled_from(PATHS))
def test_any_line_in_any_clip_is_read_or_refused(body, around, clip: str):
    def written(chosen: dict[str, int]) -> str:
        return "".join(f' {name}="{VALUES[name][k % len(VALUES[name])]}"' for name, k in chosen.items())

    paths = "".join(f'<path stroke="red" fill="tan" d="{path}"{written(chosen)}/>' for path, chosen in body)
    clips = f'<clipPath id="a"{written(around)}><path d="{clip}"/></clipPath>'
    clips += '<clipPath id="b"><path d="M1 1h5v5"/></clipPath>'
    data = svg(clips, f'<g clip-path="url(#a)">{paths}</g>', paths)
    try:
        shapes = read_svg(data).shapes
        motif = motif_from_svg(data, "x").motif
    except BatikError:
        return
    assert all(np.abs(shape.path.points).max() <= LARGEST_MM for shape in shapes)
    assert motif_from_svg(motif_to_svg(motif), "x").motif.about == motif.about
