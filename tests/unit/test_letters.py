"""Letters as motifs: against FreeType's picture, in any script and direction, from any file at all."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from batikstudio.base.errors import BatikError
from batikstudio.design.shapes import outlined
from batikstudio.geometry.affine import IDENTITY
from batikstudio.geometry.areas import normalised
from batikstudio.geometry.path import CUBIC, MOVE
from batikstudio.motifs.letters import MOST_CHARACTERS, _runs, default_font, letters
from batikstudio.motifs.svg import EXACT_DIGITS, motif_from_svg, motif_to_svg

INTER = default_font()
CAP_HEIGHT = 1490 / 2048
"""Of Inter, as its designer publishes it, in ems."""
SYSTEM_FONTS = Path("/usr/share/fonts/truetype")


def area(motif) -> float:
    return normalised([ring for part in motif.parts for ring in outlined(part, IDENTITY, 1e-3)]).area_mm2


def drawn_by_freetype(text: str, weight: int) -> tuple[np.ndarray, float]:
    """Return a picture by FreeType with the font's own kerning, and its scale, pixels per cap height."""
    size = 400
    font = ImageFont.truetype(io.BytesIO(INTER), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([32, weight])
    image = Image.new("L", (int(font.getlength(text)) + 100, 2 * size))
    ImageDraw.Draw(image).text((50, size // 4), text, fill=255, font=font)
    return np.asarray(image, float) / 255, size * CAP_HEIGHT


@pytest.mark.parametrize(("text", "weight"), [("H", 400), ("o", 700), ("i", 400), ("g", 600), ("8", 900), ("&", 400)])
def test_a_glyph_covers_what_freetype_inks(text: str, weight: int):
    picture, px_per_cap = drawn_by_freetype(text, weight)
    made = letters(text, INTER, 20.0, weight=weight).motif
    mm_per_px = 20.0 / px_per_cap
    assert area(made) == pytest.approx(picture.sum() * mm_per_px**2, rel=0.01)  # FreeType fits stems to pixels
    across, down = np.ptp(np.argwhere(picture > 0.5), axis=0)[::-1] + 1
    x0, y0, x1, y1 = made.bounds
    assert (x1 - x0, y1 - y0) == pytest.approx((across * mm_per_px, down * mm_per_px), abs=3 * mm_per_px)


def test_height_is_that_of_a_capital():
    x0, y0, x1, y1 = letters("H", INTER, 35.0).motif.bounds
    assert y1 - y0 == pytest.approx(35.0)
    assert (x0 + x1, y0 + y1) == pytest.approx((0, 0), abs=1e-9)


def test_letters_are_kerned_and_spaced():
    def width(text: str, **more: float) -> float:
        x0, _, x1, _ = letters(text, INTER, 20.0, **more).motif.bounds
        return x1 - x0

    assert width("AVAV") < width("AHAH") + width("VHVH") - width("HHHH") - 1
    assert width("HHH", spacing_mm=3.0) == pytest.approx(width("HHH") + 6.0)


def test_several_lines_stand_below_one_another():
    one, two = letters("HH", INTER, 20.0).motif, letters("HH\nH", INTER, 20.0, leading=1.6, align="left").motif
    assert two.bounds[3] - two.bounds[1] == pytest.approx(20 * 2.6)
    assert two.bounds[2] - two.bounds[0] == pytest.approx(one.bounds[2] - one.bounds[0])
    assert area(two) == pytest.approx(1.5 * area(one), rel=1e-4)
    assert letters("H\n\nH", INTER, 20.0).motif.bounds[3] == pytest.approx(20 * (1 + 2 * 1.6) / 2)


def test_what_overlaps_becomes_one_skin_and_the_rest_keeps_its_curves():
    overlapping = letters("OO", INTER, 20.0, "lines", spacing_mm=-6.0).motif.parts[0]
    assert CUBIC not in overlapping.path.verbs
    assert (overlapping.path.verbs == MOVE).sum() == 3  # the skin and two counters
    apart = letters("OO", INTER, 20.0, "lines").motif.parts[0]
    assert CUBIC in apart.path.verbs
    assert (apart.path.verbs == MOVE).sum() == 4


@pytest.mark.parametrize(
    ("style", "parts"),
    [
        ("filled", [("areas", "body", None)]),
        ("lines", [("lines", "outline", 0.6)]),
        ("framed", [("areas", "body", None), ("lines", "outline", 0.6)]),
    ],
)
def test_styles(style, parts):
    made = letters("Sri", INTER, 20.0, style, line_mm=0.6).motif
    assert [(part.kind, part.role, part.width_mm) for part in made.parts] == parts
    back = motif_from_svg(motif_to_svg(made, EXACT_DIGITS), "x").motif
    assert np.abs(back.parts[0].path.points - made.parts[0].path.points).max() < 1e-6
    assert (back.about.name.id, back.about.id) == ("Sri", "sri")


def test_characters_that_the_font_lacks_are_told_and_not_boxed():
    made = letters("A漢B漢ꦲ", INTER, 20.0)
    assert made.missing == ("漢", "ꦲ")
    assert area(made.motif) == pytest.approx(area(letters("AB", INTER, 20.0).motif), rel=0.02)
    with pytest.raises(BatikError) as caught:
        letters("漢字", INTER, 20.0)
    assert (caught.value.code, caught.value.facts) == ("letters.nothing_to_draw", {"missing": "漢 字"})
    assert letters("a b", INTER, 20.0).missing == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200d"])
def test_nothing_to_draw(text):
    with pytest.raises(BatikError, match=r"letters\.nothing_to_draw"):
        letters(text, INTER, 20.0)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Batik", [("Batik", True)]),
        ("Batik 2026!", [("Batik 2026!", True)]),
        ("שלום", [("שלום", False)]),
        ("abc שלום אב def", [("abc ", True), ("שלום אב", False), (" def", True)]),
        ("שלום abc אב", [(" אב", False), ("abc", True), ("שלום ", False)]),
        ("שלום 12", [("12", True), ("שלום ", False)]),
        ("abc שלום 12 אב", [("abc ", True), (" אב", False), ("12", True), ("שלום ", False)]),
        ("Batik ꦧꦠꦶꦏ꧀", [("Batik ", True), ("ꦧꦠꦶꦏ꧀", True)]),
    ],
)
def test_runs_of_one_script_and_direction_from_left_to_right(text, runs):
    assert list(_runs(text)) == runs


def _system_font(name: str) -> bytes:
    found = next(SYSTEM_FONTS.rglob(name), None) if SYSTEM_FONTS.is_dir() else None
    if found is None:
        pytest.skip(f"{name} is not installed: get the package fonts-noto-core")
    return found.read_bytes()


def test_aksara_jawa_with_marks_above_and_below():
    font = _system_font("NotoSansJavanese-Regular.ttf")
    base, marked = letters("ꦧ", font, 20.0), letters("ꦧꦶ", font, 20.0)
    assert not marked.missing
    assert marked.motif.bounds[3] - marked.motif.bounds[1] > base.motif.bounds[3] - base.motif.bounds[1] + 2
    stacked = letters("ꦏ꧀ꦏ", font, 20.0).motif  # the second consonant goes below the first
    plain = letters("ꦏ", font, 20.0).motif
    assert stacked.bounds[3] - stacked.bounds[1] > 1.4 * (plain.bounds[3] - plain.bounds[1])


def test_arabic_letters_join_from_right_to_left():
    font = _system_font("NotoNaskhArabic-Regular.ttf")
    word = letters("باتيك", font, 20.0, "lines").motif.parts[0]
    alone = [letters(one, font, 20.0, "lines").motif for one in "باتيك"]
    assert not letters("باتيك", font, 20.0).missing
    x0, _, x1, _ = letters("باتيك", font, 20.0).motif.bounds
    assert x1 - x0 < sum(one.bounds[2] - one.bounds[0] for one in alone)
    assert (word.path.verbs == MOVE).sum() < 14


@pytest.mark.parametrize("data", [b"", b"garbage" * 100, b"\0\1\0\0" + bytes(2000), b"OTTO" + bytes(300), INTER[:12]])
def test_what_is_no_font_is_refused(data):
    with pytest.raises(BatikError, match=r"letters\.(not_a_font|nothing_to_draw)"):
        letters("Batik", data, 20.0)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_font_is_drawn_or_refused_and_nothing_else(data: st.DataObject):
    font = bytearray(INTER[: data.draw(st.one_of(st.just(len(INTER)), st.integers(0, len(INTER))))])
    for at, value in data.draw(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=30)):
        if at < len(font):
            font[at] = value
    with suppress(BatikError):
        made = letters("Batik é", bytes(font), 20.0).motif
        assert np.isfinite(made.bounds).all()
        motif_to_svg(made)


def test_limits():
    with pytest.raises(BatikError, match=r"letters\.too_long"):
        letters("a" * (MOST_CHARACTERS + 1), INTER, 20.0)
    with pytest.raises(BatikError, match=r"value\.out_of_range"):
        letters("a", INTER, 0.0)
    with pytest.raises(BatikError, match=r"value\.out_of_range"):
        letters("a", INTER, float("nan"))
