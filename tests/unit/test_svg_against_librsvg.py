"""Drawings that nobody here made, and every feature that is read, cover what librsvg's picture of them covers."""

from __future__ import annotations

import math
import time
from collections import Counter
from importlib import resources
from pathlib import Path

import lucide
import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.design.shapes import outlined
from batikstudio.geometry.affine import IDENTITY
from batikstudio.geometry.areas import normalised
from batikstudio.motifs.svg import motif_from_svg
from tests.support.hostile_svg import svg
from tests.support.ink import PROGRAM, TONES, compared, has_reference, side_by_side

WITHIN = 0.02
MOST_SECONDS = 5.0
INKSCAPE_DRAWINGS = Path("/usr/share/icons/Tango/scalable")

pytestmark = pytest.mark.skipif(not has_reference(), reason=f"{PROGRAM} is not installed: get the package librsvg2-bin")


def _stride(names: list[str], count: int) -> list[str]:
    return names[:: max(len(names) // count, 1)]


def _line_icons() -> dict[str, bytes]:
    return {name: lucide.lucide_icon(name).encode() for name in _stride(sorted(lucide.get_icon_list()), 320)}


def _filled_icons() -> dict[str, bytes]:
    folder = resources.files("blender_doc_icons") / "assets" / "icons"
    files = {file.name: file for file in folder.iterdir() if file.name.endswith(".svg")}
    return {name: files[name].read_bytes() for name in _stride(sorted(files), 260)}


def _inkscape_drawings() -> dict[str, bytes]:
    if not INKSCAPE_DRAWINGS.is_dir():
        pytest.skip(f"{INKSCAPE_DRAWINGS} is not there: get the package tango-icon-theme")
    files = {file.name: file for file in INKSCAPE_DRAWINGS.rglob("*.svg") if not file.is_symlink()}
    return {name: files[name].read_bytes() for name in sorted(files)}


@pytest.mark.slow
@pytest.mark.parametrize("corpus", [_line_icons, _filled_icons, _inkscape_drawings])
def test_drawings_of_others(corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    counts: Counter[str] = Counter()
    wrong, slow = [], []
    for name, data in corpus().items():
        started = time.process_time()
        try:
            one = compared(data)
        except BatikError as error:
            counts[f"refused: {error.code}"] += 1
            wrong.append(name)
            continue
        if time.process_time() - started > MOST_SECONDS:
            slow.append(name)
        assert one is not None, name
        said = bool(set(one.left_out) - TONES)
        verdict = (
            "identical" if one.share < 0.005 else "within 2 %" if one.share <= WITHIN else "said what was left out"
        )
        if one.share > WITHIN and not said:
            side_by_side(one, tmp_path / f"{name}.png")
            verdict = "different"
            wrong.append(f"{name}: {one.share:.3f}")
        counts[verdict] += 1
    with capsys.disabled():
        print(f"\n{corpus.__name__}: " + ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())))
    assert sum(counts.values()) > 100
    assert not wrong
    assert not slow


STAR = '<path d="M50 8 61 40 95 40 67 60 78 92 50 72 22 92 33 60 5 40 39 40Z"/>'
STAR_LINE = '<path d="M50 8 61 40 95 40 67 60 78 92 50 72 22 92 33 60 5 40 39 40Z" fill="none" stroke="#123"'
CURVE = '<path d="M10 80C20 10 40 10 50 50S80 90 90 20" fill="none" stroke="#123"'
FEATURES = {
    "mitres": f'{STAR_LINE} stroke-width="6"/>',
    "mitres past their limit": f'{STAR_LINE} stroke-width="6" stroke-miterlimit="1.5"/>',
    "bevels": f'{STAR_LINE} stroke-width="9" style="stroke-linejoin:bevel"/>',
    "round joins": f'{STAR_LINE} stroke-width="9" stroke-linejoin="round"/>',
    "a cusp": '<path d="M10 50H90H20" fill="none" stroke="red" stroke-width="8"/>',
    "square ends": f'{CURVE} stroke-width="7" stroke-linecap="square"/>',
    "butt ends": f'{CURVE} stroke-width="7"/>',
    "square dot": '<path d="M30 30h0M60 60h20" stroke="red" stroke-width="9" stroke-linecap="square"/>',
    "round dots": '<path d="M30 30h0M60 60z" stroke="red" stroke-width="9" stroke-linecap="round"/>',
    "dashes": f'{CURVE} stroke-width="4" stroke-dasharray="9 3 2"/>',
    "dashes from an offset": f'{CURVE} stroke-width="4" stroke-dasharray="9,5" stroke-dashoffset="-4"/>',
    "dots as dashes": f'{CURVE} stroke-width="4" stroke-linecap="round" stroke-dasharray="0 8"/>',
    "dashes around a closed path": f'{STAR_LINE} stroke-width="4" stroke-dasharray="12 6"/>',
    "dashes in per cent": f'{CURVE} stroke-width="3%" stroke-dasharray="8%"/>',
    "fill and stroke": f'<g stroke="#a33" stroke-width="5" fill="#fc9">{STAR}</g>',
    "a stroke below its fill": f'<g stroke="#a33" stroke-width="9" fill="#fc9" paint-order="stroke">{STAR}</g>',
    "a stretched stroke": f'<g transform="scale(1 .4)">{CURVE} stroke-width="12" stroke-linecap="round"/></g>',
    "a mirrored stroke": '<g transform="translate(100 0) scale(-1 1) rotate(20 50 50)">'
    f'{STAR_LINE} stroke-width="6"/></g>',
    "nested transforms": f'<g transform="translate(20)"><g transform="rotate(30 40 40) scale(.6)">{STAR}</g></g>',
    "even-odd": f'<g fill-rule="evenodd">{STAR}<path d="M10 10h80v80h-80zM20 20h60v60h-60z"/></g>',
    "nonzero": '<path d="M10 10h80v80h-80zM20 20v60h60v-60z"/>',
    "use and symbol": '<symbol id="s" viewBox="0 0 100 100"><circle cx="50" cy="50" r="40"/></symbol>'
    '<use href="#s" width="60" height="40"/><use href="#s" x="50" y="50" width="40" height="40"/>',
    "a symbol that is stretched": '<symbol id="s" viewBox="0 0 100 100" preserveAspectRatio="none">'
    f'{STAR}</symbol><use href="#s" x="5" y="30" width="90" height="40"/>',
    "a nested page": f'<svg x="10" y="10" width="50" height="80" viewBox="0 0 100 100">{STAR}</svg>',
    "a clip": f'<clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath><g clip-path="url(#c)">{STAR}</g>',
    "a clip of several shapes": '<clipPath id="c"><circle cx="30" cy="50" r="20"/><rect x="40" y="30" width="40" '
    f'height="40"/></clipPath><g clip-path="url(#c)">{STAR}</g>',
    "an even-odd clip": '<clipPath id="c"><path clip-rule="evenodd" d="M0 0h100v100h-100zM30 30h40v40h-40z"/>'
    f'</clipPath><g clip-path="url(#c)">{STAR}</g>',
    "a clip in units of the box": '<clipPath id="c" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".4"/>'
    '</clipPath><rect x="10" y="20" width="80" height="40" clip-path="url(#c)"/>',
    "a clipped and moved group": '<clipPath id="a" transform="rotate(45)"><rect width="60" height="30"/></clipPath>'
    f'<g transform="translate(20 5)" clip-path="url(#a)">{STAR}</g><path d="M5 5h9v9z"/>',
    "a clipped line": f'<clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath><g clip-path="url(#c)">{CURVE} '
    'stroke-width="8"/></g>',
    "a clip that uses a shape": '<defs><circle id="d" cx="50" cy="50" r="30"/></defs><clipPath id="c"><use href="#d" '
    f'x="10"/></clipPath><g clip-path="url(#c)">{STAR}</g>',
    "classes": f"<style>.a,.b{{fill:none;stroke:#123;stroke-width:5}} .b{{stroke-width:2}}</style>"
    f'<g class="a">{STAR}</g><circle class="b" cx="80" cy="80" r="12"/>',
    "one property by id, class and type": "<style>#i{fill:none} .k{fill:red} rect{fill:none}</style>"
    '<rect class="k" width="20" height="20"/><rect class="k" id="i" x="40" width="20" height="20"/>'
    '<circle cx="80" cy="80" r="12"/>',
    "current colour": f'<g color="red" fill="currentColor" stroke="none">{STAR}</g>',
    "no colour": f'<g fill="transparent">{STAR}</g><g fill="rgba(0,0,0,0)">{STAR}</g><g fill="#0000">{STAR}</g>'
    '<rect width="40" height="9" fill="hsl(120 50% 40%)"/>',
    "not displayed": f'<g display="none">{STAR}</g><g style="display:none">{STAR}</g><circle cx="50" cy="50" r="9"/>',
    "fully transparent": f'<g opacity="0">{STAR}</g><g fill-opacity="0">{STAR}</g><circle cx="50" cy="50" r="9"/>',
    "all basic shapes": '<rect x="5" y="5" width="30" height="20" rx="6"/><circle cx="60" cy="20" r="12"/><ellipse '
    'cx="85" cy="40" rx="9" ry="20"/><polygon points="10,90 30,50 50,90"/><polyline points="60 90 70 50 80 90"/>'
    '<line x1="10" y1="40" x2="60" y2="45" stroke="red" stroke-width="3"/>',
    "arcs": '<path d="M10 50a40 25 30 1 1 60 20A10 30 -20 0 1 40 90z"/>',
    "quadratics": '<path d="M10 50Q30 0 50 50T90 50V90H10z"/>',
    "millimetres and points": '<circle cx="5cm" cy="50mm" r="20pt" transform="scale(.2)"/><rect x="60%" y="60%" '
    'width="20%" height="10%"/>',
}


@pytest.mark.parametrize("name", FEATURES)
def test_each_feature(name: str, tmp_path: Path):
    one = compared(svg(FEATURES[name]), 400)
    assert one is not None
    side_by_side(one, tmp_path / "seen.png")
    assert one.share < 0.01
    assert set(one.left_out) <= {"hidden"}


CIRCLE = math.pi * 20**2
PLACED = '<use href="#s" x="5" y="30" width="90" height="40"/>'
EXACT = {
    "a symbol that fills its place": (
        '<symbol id="s" viewBox="0 0 9 9" preserveAspectRatio="xMidYMid slice">'
        f'<path d="M0 0h9v9h-9z"/></symbol>{PLACED}',
        90 * 40,
    ),
    "a symbol in the middle of its place": (
        f'<symbol id="s" viewBox="0 0 9 9"><path d="M0 0h9v9h-9z"/></symbol>{PLACED}',
        40 * 40,
    ),
    "a symbol cut at its edge": (
        '<symbol id="s" viewBox="0 0 40 40"><circle cx="40" cy="20" r="16"/></symbol>'
        '<use href="#s" width="50" height="50"/>',
        CIRCLE / 2,
    ),
    "a symbol that overflows": (
        '<symbol id="s" viewBox="0 0 40 40" overflow="visible"><circle cx="40" cy="20" r="16"/></symbol>'
        '<use href="#s" width="50" height="50"/>',
        CIRCLE,
    ),
    "clips in one another": (
        '<clipPath id="a"><path d="M0 0h50v100h-50z"/></clipPath><clipPath id="b" clip-path="url(#a)">'
        '<circle cx="50" cy="50" r="20"/></clipPath><g clip-path="url(#b)"><path d="M0 0h99v99h-99z"/></g>',
        CIRCLE / 2,
    ),
    "dashes by path length": (
        '<path d="M10 10h80" stroke="red" stroke-width="2" pathLength="8" stroke-dasharray="1 1"/>',
        4 * 10 * 2,
    ),
    "a stroke that does not stretch": (
        '<path d="M10 10h40" stroke="red" stroke-width="2" transform="scale(2 5)" vector-effect="non-scaling-stroke"/>',
        80 * 2,
    ),
    "an overlapping mitre": (
        '<path d="M20 20h40v40" fill="none" stroke="red" stroke-width="20"/>',
        2 * 40 * 20,
    ),
}


@pytest.mark.parametrize("name", EXACT)
def test_what_librsvg_of_today_draws_otherwise_has_the_area_of_the_specification(name: str):
    body, area_mm2 = EXACT[name]
    motif = motif_from_svg(svg(body), "x").motif
    rings = [ring for part in motif.parts for ring in outlined(part, IDENTITY, 1e-3)]
    assert normalised(rings).area_mm2 == pytest.approx(area_mm2, rel=1e-3)


def test_the_comparison_can_fail():
    one = compared(svg(f'<mask id="m"><rect width="50" height="100" fill="white"/></mask><g mask="url(#m)">{STAR}</g>'))
    assert one is not None
    assert one.share > 0.5
    assert one.left_out == {"mask": 1}


def test_lines_stay_lines_unless_a_line_would_look_otherwise():
    def kinds(body: str) -> list[bool]:
        return [part.width_mm is not None for part in motif_from_svg(svg(body), "x").motif.parts]

    assert kinds(f'{CURVE} stroke-width="1"/>') == [True]
    assert kinds(f'{CURVE} stroke-width="1" stroke-dasharray="4"/>') == [True]
    assert kinds(f'{CURVE} stroke-width="4" stroke-linecap="square"/>') == [True]
    assert kinds(f'{STAR_LINE} stroke-width="1"/>') == [True]
    assert kinds(f'{STAR_LINE} stroke-width="8"/>') == [False]
    inside = '<clipPath id="c"><rect width="100" height="100"/></clipPath><g clip-path="url(#c)">'
    assert kinds(f'{inside}{CURVE} stroke-width="1"/></g>') == [True]


def test_a_curve_keeps_its_curves_where_a_clip_leaves_it_whole():
    body = f'<clipPath id="c"><circle cx="50" cy="50" r="70"/></clipPath><g clip-path="url(#c)">{CURVE}/></g>'
    cut, whole = (motif_from_svg(svg(text), "x").motif.parts[0] for text in (body, f"{CURVE}/>"))
    assert np.array_equal(cut.path.verbs, whole.path.verbs)
    assert np.allclose(cut.path.points, whole.path.points)
