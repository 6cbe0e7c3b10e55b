"""Motifs from SVG: our own form whole, anybody's drawing sensibly, and the way there and back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.geometry.path import CLOSE, CUBIC, LINE, MOVE, Path, circle, joined, polyline
from batikstudio.motifs.motif import PART_KINDS, ROLES, About, CustomaryRepeat, Motif, Part
from batikstudio.motifs.svg import EXACT_DIGITS, motif_from_svg, motif_to_svg
from tests.support.hostile_svg import svg
from tests.support.motif_files import LEAF, VEIN, motif_file


def assert_same(one: Motif, two: Motif, within_mm: float) -> None:
    assert one.about == two.about
    assert one.repeat == two.repeat
    assert one.parameters == two.parameters
    assert len(one.parts) == len(two.parts)
    for a, b in zip(one.parts, two.parts, strict=True):
        assert (a.kind, a.role, a.cap if a.width_mm else None) == (b.kind, b.role, b.cap if b.width_mm else None)
        assert a.even_odd == b.even_odd
        assert (a.width_mm is None) == (b.width_mm is None)
        assert (a.width_mm or 0) == pytest.approx(b.width_mm or 0, abs=within_mm)
        assert a.path.verbs.tolist() == b.path.verbs.tolist()
        assert np.abs(a.path.points - b.path.points).max() <= within_mm + 1e-12


def test_the_form_of_a_motif_is_read_whole():
    motif = motif_from_svg(motif_file(LEAF, VEIN), "other").motif
    assert motif.about == About(
        id="daun",
        name=Words("Daun", "Leaf"),
        meaning=Words("Sehelai daun.", "A leaf."),
        family="lung",
        region=Words("Probolinggo", "Probolinggo"),
        source="A test.",
        version=3,
        uncertain=True,
        larangan=Words("Tidak.", "No."),
        ground="kept",
        ranks={"heart": "keep2"},
        licence="CC0-1.0",
    )
    assert motif.repeat == CustomaryRepeat("half-drop 1/2", 40, 30.5, "pm")
    leaf, vein = motif.parts
    assert (leaf.kind, leaf.role, leaf.width_mm) == ("areas", "body", None)
    assert (vein.kind, vein.role, vein.width_mm, vein.cap) == ("lines", "inline", 0.8, "butt")
    # The file's origin is the motif's: nothing is moved.
    assert vein.path.points.tolist() == [[-9, 0], [9, 0]]


def test_a_shape_with_fill_and_stroke_gives_two_parts_the_fill_below():
    both = '<circle r="3" data-kind="isen" data-role="filler" fill="red" stroke="blue" stroke-width="0.5"/>'
    area, line = motif_from_svg(motif_file(both), "x").motif.parts
    assert (area.width_mm, line.width_mm) == (None, 0.5)
    assert area.kind == line.kind == "isen"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"name": "Daun"}, "$.name"),
        ({"name": {"id": "Daun"}}, "$.name"),
        ({"version": "3"}, "$.version"),
        ({"version": 0}, "version"),
        ({"id": ""}, "id"),
        ({"source": ...}, "source"),
        ({"repeat": {"name": "grid", "width_mm": -1, "height_mm": 5}}, "repeat"),
        ({"ranks": {"leaf": "kept"}}, "ranks"),
        ({"colour": "red"}, "colour"),
        ({"format": "batikstudio-motif-9"}, "format batikstudio-motif-9"),
    ],
)
def test_a_mistake_in_the_metadata_is_named(changed, reason):
    with pytest.raises(BatikError) as caught:
        motif_from_svg(motif_file(LEAF, **changed), "daun")
    assert caught.value.code == "motif.bad_metadata"
    assert reason in caught.value.facts["reason"]


def test_deep_metadata_is_refused_and_no_crash():
    data = svg('<metadata>{"format": "batikstudio-motif-1", "x": ', "[" * 20_000, "</metadata>", LEAF)
    with pytest.raises(BatikError, match=r"motif\.bad_metadata"):
        motif_from_svg(data, "x")


@pytest.mark.parametrize(
    "attributes", ['data-kind="lines"', 'data-role="body"', 'data-kind="wax" data-role="body"', ""]
)
def test_every_part_of_a_motif_file_needs_a_kind_and_a_role(attributes):
    with pytest.raises(BatikError, match=r"motif\.part_without_role"):
        motif_from_svg(motif_file(LEAF, f'<rect width="1" height="1" {attributes}/>'), "x")


# Anybody's drawing


def test_a_strangers_drawing_is_centred_in_mm_with_roles_by_lightness():
    body = (
        '<rect width="100" height="100" fill="white"/>'  # the page
        '<rect x="10" y="20" width="30" height="20" fill="#eeeeee"/>'
        '<rect x="12" y="22" width="10" height="10" fill="#eaeaea"/>'
        '<rect x="12" y="22" width="9" height="9" fill="#777777"/>'
        '<rect x="12" y="22" width="8" height="8" fill="black"/>'
        '<circle cx="30" cy="30" r="1" fill="black"/>'
        '<circle cx="30" cy="30" r="1.3" fill="black"/>'
        '<path d="M10 20h30" stroke="red" stroke-width="1.5" fill="none" stroke-linecap="round"/>'
        '<path d="M20 30h0" stroke="red" stroke-width="1" stroke-linecap="round"/>'
    )
    imported = motif_from_svg(svg(body), "Bunga Melati (3)")
    motif = imported.motif
    assert imported.left_out == (("background", 1),)
    assert motif.about.id == "bunga_melati_3"
    assert motif.about.name == Words("Bunga Melati (3)", "Bunga Melati (3)")
    assert [(part.kind, part.role, part.width_mm) for part in motif.parts] == [
        ("areas", "body", None),
        ("areas", "body", None),
        ("areas", "heart", None),
        ("areas", "accent", None),
        ("isen", "filler", None),
        ("areas", "accent", None),
        ("lines", "outline", 1.5),
        ("isen", "filler", 1.0),
    ]
    x0, y0, x1, y1 = motif.bounds
    assert (x0, y0) == pytest.approx((-x1, -y1))
    assert x1 - x0 == pytest.approx(31.5)
    assert motif.repeat == CustomaryRepeat("grid", pytest.approx(31.5 * 1.1), pytest.approx(20.75 * 1.1))


def roles_of(*body: str) -> list[tuple[str, str]]:
    return [(part.kind, part.role) for part in motif_from_svg(svg(*body), "x").motif.parts]


def test_four_tones_keep_apart_and_near_ones_are_one():
    fills = ["#fff", "#f6f6f0", "#c8a878", "#b8a070", "#885522", "#111", "#221100"]
    rects = [f'<rect width="{20 - i}" height="20" fill="{fill}"/>' for i, fill in enumerate(fills)]
    assert [role for _, role in roles_of(*rects)] == ["body", "body", "heart", "heart", "accent", "ground", "ground"]
    # One white highlight and one black eye must not press all the colours between them into one.
    middle = [f'<rect width="{9 + i}" height="20" fill="rgb({v},{v},{v})"/>' for i, v in enumerate((60, 70, 150, 160))]
    ends = ['<rect width="20" height="20" fill="white"/>', '<rect width="7" height="7"/>']
    roles = [role for _, role in roles_of(*ends, *middle)]
    assert roles[2] == roles[3] != roles[4] == roles[5]


def test_pale_lines_among_darker_colours_are_isen_and_dark_ones_the_outline():
    dark = '<rect width="20" height="20" fill="#2a4b8d"/>'
    pale, black = ('<path d="M2 2 18 18" stroke="white"/>', '<path d="M2 18 18 2" stroke="black"/>')
    assert roles_of(dark, pale, black) == [("areas", "heart"), ("isen", "filler"), ("lines", "outline")]
    assert roles_of(dark, black) == [("areas", "body"), ("lines", "outline")]
    assert roles_of(pale) == [("lines", "outline")]
    wide = '<path d="M2 2 9 18 18 2" fill="none" stroke="white" stroke-width="6"/>'
    assert roles_of(dark, wide) == [("areas", "heart"), ("isen", "filler")]
    assert roles_of(wide.replace("white", "black")) == [("lines", "outline")]


def test_a_drawing_that_fills_its_page_repeats_as_the_page_does():
    body = '<path d="M-5 50H105M50 -5V105" stroke="black"/><rect x="200" width="5" height="5"/>'
    imported = motif_from_svg(svg(body), "x")
    assert imported.motif.repeat == CustomaryRepeat("grid", 100, 100)
    assert imported.left_out == (("outside-page", 1),)
    assert imported.motif.parts[0].path.points[0].tolist() == [-55, 0]


def test_what_is_too_small_to_be_seen_is_left_out():
    small = '<rect width="0.001" height="0.001"/><line x2="0.001" stroke="red" stroke-width="9"/>'
    imported = motif_from_svg(svg(small, '<rect width="5" height="5"/>'), "x")
    assert (len(imported.motif.parts), imported.left_out) == (1, (("too-small", 2),))


def test_named_groups_decide_the_role():
    body = (
        '<g inkscape:label="Isen"><rect width="9" height="9"/></g><g id="Heart"><path d="M0 0h9v9" stroke="red"/></g>'
    )
    parts = motif_from_svg(svg(body), "x").motif.parts
    assert [(part.kind, part.role) for part in parts] == [("isen", "filler"), ("areas", "heart"), ("lines", "heart")]


def test_a_page_with_nothing_but_its_colour_is_empty():
    with pytest.raises(BatikError, match=r"svg\.empty"):
        motif_from_svg(svg('<rect width="100" height="100" fill="white"/>'), "x")


@pytest.mark.parametrize(
    "body",
    [
        '<path d="M3 3h0" stroke="red" stroke-linecap="round"/>',
        '<path d="M0 50h100" stroke="red"/>',
        '<rect width="1" height="1"/>',
    ],
)
def test_the_smallest_drawings_are_motifs_that_can_be_written(body):
    motif = motif_from_svg(svg(body), "x").motif
    assert min(motif.repeat.width_mm, motif.repeat.height_mm) > 0.9
    assert_same(motif_from_svg(motif_to_svg(motif), "y").motif, motif, 1e-3)


# There and back


def test_a_dot_survives_the_way_there_and_back():
    dots = joined([polyline([(1, 2)]), polyline([(3, 4)]), polyline([(0, 0), (5, 5)]), polyline([(7, 7)], closed=True)])
    part = Part("isen", "filler", dots, 1.0)
    motif = Motif(
        About("t", Words("t", "t"), Words("", ""), "f", Words("", ""), ""), (part,), CustomaryRepeat("grid", 9, 9)
    )
    assert_same(motif_from_svg(motif_to_svg(motif), "x").motif, motif, 0.0)


def test_words_of_any_kind_survive_in_ascii():
    about = About("t", Words("<é & “ü”>", "\x07 ]]> \U0001f343"), Words("", ""), "f", Words("", ""), "&amp;")
    motif = Motif(
        about, (Part("areas", "body", circle(0, 0, 5)),), CustomaryRepeat("grid", 9, 9), {"a": 1.5, "b": ["x"]}
    )
    data = motif_to_svg(motif)
    assert data.isascii()
    assert_same(motif_from_svg(data, "x").motif, motif, 1e-3)


coordinate = st.floats(-500, 500, allow_nan=False)
point = st.tuples(coordinate, coordinate)


@st.composite
def paths(draw: st.DrawFn) -> Path:
    verbs: list[int] = []
    points: list[tuple[float, float]] = []
    for _ in range(draw(st.integers(1, 3))):
        drawn = [
            MOVE,
            *draw(st.lists(st.sampled_from([LINE, CUBIC]), max_size=5)),
            *draw(st.sampled_from([[], [CLOSE]])),
        ]
        count = sum({MOVE: 1, LINE: 1, CUBIC: 3, CLOSE: 0}[verb] for verb in drawn)
        laid = draw(st.lists(point, min_size=count, max_size=count))
        if drawn == [MOVE, LINE]:
            laid[1] = (laid[0][0] + 1, laid[0][1])  # else it would be a dot, written otherwise
        verbs += drawn
        points += laid
    return Path(np.array(verbs, np.uint8), np.array(points, np.float64))


@st.composite
def motifs(draw: st.DrawFn) -> Motif:
    def part() -> Part:
        kind, role = draw(st.sampled_from(PART_KINDS)), draw(st.sampled_from(list(ROLES)))
        if draw(st.booleans()):
            # A fill of a lone point draws nothing and is not kept.
            path = joined([draw(paths()), polyline([(0, 0), (1, 0), (0, 1)], closed=True)])
            return Part(kind, role, path, None, "round", draw(st.booleans()))
        cap = draw(st.sampled_from(["round", "butt"]))
        path = joined([draw(paths()), polyline([(0, 0), (1, 0)])])
        return Part(kind, role, path, draw(st.floats(0.01, 10)), cap)

    size = st.floats(1, 1000)
    about = About("m", Words("m", "m"), Words("a", "b"), "f", Words("c", "d"), "e", version=draw(st.integers(1, 99)))
    parameters = draw(st.dictionaries(st.sampled_from("abc"), st.one_of(st.integers(-9, 9), st.booleans(), st.text())))
    repeat = CustomaryRepeat("grid", draw(size), draw(size))
    return Motif(about, tuple(part() for _ in range(draw(st.integers(1, 4)))), repeat, parameters)


@given(motifs())
def test_an_exported_motif_comes_back_to_a_millionth_of_a_mm(motif: Motif):
    colours = [f"#{i:06x}" for i in range(len(motif.parts))]
    data = motif_to_svg(motif, EXACT_DIGITS, colours)
    loaded = motif_from_svg(data, "x").motif
    assert_same(loaded, motif, 1e-6)
    assert motif_to_svg(loaded, EXACT_DIGITS, colours) == data
    assert_same(motif_from_svg(motif_to_svg(loaded, EXACT_DIGITS), "x").motif, loaded, 1e-12)


@given(motifs())
def test_load_save_load_changes_nothing(motif: Motif):
    first = motif_to_svg(motif)
    loaded = motif_from_svg(first, "x").motif
    assert_same(loaded, motif, 0.5e-3)
    assert motif_to_svg(loaded) == first
    assert_same(motif_from_svg(motif_to_svg(loaded), "x").motif, loaded, 0.0)
