"""Letters as outlines, and so as a motif: a name, a school, a signature in the seret, aksara Jawa."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.areas import normalised
from batikstudio.geometry.path import Path, PathBuilder, joined
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.motif import About, CustomaryRepeat, Motif, Part
from batikstudio.motifs.naming import id_of
from batikstudio.motifs.svg.importing import OWN_FAMILY

LetterStyle = Literal["filled", "lines", "framed"]
LETTER_STYLES: tuple[LetterStyle, ...] = ("filled", "lines", "framed")
Align = Literal["left", "centre", "right"]
ALIGNMENTS: tuple[Align, ...] = ("left", "centre", "right")

MOST_CHARACTERS = 500
MOST_LINES = 20
MOST_POINTS = 200_000
"""Of all outlines together: a font may be anybody's."""
SMALLEST_MM, LARGEST_MM = 1.0, 2000.0
_FARTHEST = 1000.0
"""Of anything of a font, in heights of its letters."""
_FINE = 1 / 2000
"""Where outlines that overlap are joined, polygons are this fine beside the height."""
_SAME_AREA = 1e-4
_GAP = 0.25
"""Left free around the letters, in heights."""
_DISPLAY_SIZE = 32.0
"""Inter's optical size for letters on cloth, points."""


@dataclass(frozen=True, eq=False)
class Lettering:
    """Letters as a motif, and the characters that the font does not have, each once."""

    motif: Motif
    missing: tuple[str, ...]


def default_font() -> bytes:
    """Return the typeface that comes with the program: Inter, under the SIL Open Font License."""
    from importlib.resources import files

    return (files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf").read_bytes()


def letters(
    text: str,
    font_data: bytes,
    height_mm: float,
    style: LetterStyle = "filled",
    line_mm: float = 0.8,
    spacing_mm: float = 0.0,
    leading: float = 1.6,
    align: Align = "centre",
    weight: float | None = None,
) -> Lettering:
    """Return a text as a motif about the middle of its letters.

    Parameters
    ----------
    text : str
        One or more lines, in any script that the font has; kerning, marks and the direction are the font's own.
    font_data : bytes
        A TrueType or OpenType font, from anybody.
    height_mm : float
        Of a capital letter; of the tallest letter where the font has none.
    style : str
        ``"filled"`` areas, their outlines as canting ``"lines"``, or both: ``"framed"``.
    line_mm : float
        Width of those lines.
    spacing_mm : float
        Added between letters; may be negative.
    leading : float
        From line to line, in heights.
    align : str
    weight : float, optional
        On the weight axis of a variable font, such as 400 or 700.

    Raises
    ------
    BatikError
        ``letters.not_a_font``, ``letters.nothing_to_draw``, ``letters.too_long``, ``letters.too_intricate`` or
        ``value.out_of_range``.
    """
    if not SMALLEST_MM <= height_mm <= LARGEST_MM:
        raise BatikError(
            "value.out_of_range", key="height_mm", value=height_mm, minimum=SMALLEST_MM, maximum=LARGEST_MM
        )
    lines = unicodedata.normalize("NFC", text).splitlines()
    if len(lines) > MOST_LINES or len(text) > MOST_CHARACTERS:
        raise BatikError("letters.too_long", limit=MOST_CHARACTERS, lines=MOST_LINES)
    font = _Font(font_data, weight)
    set_lines = [font.line(line, spacing_mm / height_mm) for line in lines]
    missing = tuple(dict.fromkeys(character for line in set_lines for character in line.missing))
    inked = [(number, line) for number, line in enumerate(set_lines) if line.glyphs]
    if not inked:
        raise BatikError("letters.nothing_to_draw", missing=" ".join(missing))
    placed = [line.at(align, number * leading) for number, line in inked]
    path = _one_skin([glyph for line in placed for glyph in line])
    x0, y0, x1, y1 = _bounds(path)
    path = path.transformed(Affine.scaling(height_mm) @ Affine.translation(-(x0 + x1) / 2, -(y0 + y1) / 2))
    about = _about(text, font.name)
    across, down = (round((side + 2 * _GAP) * height_mm, 3) for side in (x1 - x0, y1 - y0))
    return Lettering(Motif(about, _parts(path, style, line_mm), CustomaryRepeat("grid", across, down)), missing)


def _parts(path: Path, style: LetterStyle, line_mm: float) -> tuple[Part, ...]:
    area, line = Part("areas", "body", path), Part("lines", "outline", path, line_mm)
    return {"filled": (area,), "lines": (line,), "framed": (area, line)}[style]


def _about(text: str, font_name: str) -> About:
    name, nothing = " ".join(text.split())[:80], Words("", "")
    return About(
        id_of(name), Words(name, name), nothing, OWN_FAMILY, nothing, f"Huruf: {font_name}" if font_name else ""
    )


class _Line(NamedTuple):
    """One line of text in heights of a capital, y down, its baseline at 0."""

    glyphs: list[Path]
    width: float
    missing: list[str]

    def at(self, align: Align, baseline: float) -> list[Path]:
        left = -self.width * {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        return [glyph.transformed(Affine.translation(left, baseline)) for glyph in self.glyphs]


class _Font:
    """A font that is shaped and drawn by HarfBuzz, in heights of a capital letter."""

    def __init__(self, data: bytes, weight: float | None) -> None:
        import uharfbuzz as hb

        self._hb = hb
        face = hb.Face(data)
        if not face.glyph_count or face.upem <= 0:
            raise BatikError("letters.not_a_font")
        self._font = hb.Font(face)
        axes = {axis.tag: axis for axis in face.axis_infos}
        wanted = {"wght": weight, "opsz": _DISPLAY_SIZE}
        self._font.set_variations({tag: value for tag, value in wanted.items() if value is not None and tag in axes})
        self._drawn: dict[int, Path | None] = {}
        self._room = MOST_POINTS
        self.name = str(face.get_name(hb.OTNameIdPredefined.FULL_NAME) or "")[:80]
        self._upem = float(face.upem)
        self._height = self._cap_height()

    def _cap_height(self) -> float:
        """Return the height of a capital in units of the font; of its tallest letters where it has no capitals."""
        glyph = self._font.get_nominal_glyph(ord("H"))
        path = self._outline(glyph) if glyph else None
        if path is not None:
            return max(float(-path.points[:, 1].min()), self._upem / 100)
        height = self._font.get_metric_position(self._hb.OTMetricsTag.HORIZONTAL_ASCENDER)
        return max(float(height or self._upem), self._upem / 100)

    def line(self, text: str, spacing: float) -> _Line:
        """Shape one line; ``spacing`` is added between letters, in heights."""
        x = 0.0
        glyphs: list[Path] = []
        missing: list[str] = []
        for run, is_rightward in _runs(text):
            x = self._shape(run, is_rightward, spacing * self._height, x, glyphs, missing)
        unit = Affine.scaling(1 / self._height)
        width = (x - spacing * self._height) / self._height
        glyphs = [glyph.transformed(unit) for glyph in glyphs]
        if any(not np.abs(glyph.points).max() <= _FARTHEST for glyph in glyphs) or not abs(width) <= _FARTHEST:
            raise BatikError("letters.not_a_font")
        return _Line(glyphs, width, missing)

    def _shape(
        self, text: str, is_rightward: bool, spacing: float, x: float, glyphs: list[Path], missing: list[str]
    ) -> float:
        """Add the glyphs of a run of one script and direction after ``x``; return where the next run begins."""
        buffer = self._hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr" if is_rightward else "rtl"
        features = {"kern": True, "liga": not spacing, "clig": not spacing}
        self._hb.shape(self._font, buffer, features)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos})
        for i, (info, position) in enumerate(zip(infos, positions, strict=True)):
            if info.codepoint == 0:
                missing += _cluster(text, info.cluster, starts)
            else:
                path = self._outline(info.codepoint)
                if path is not None:
                    shift = Affine.translation(x + position.x_offset, -position.y_offset)
                    self._spend(len(path.points))
                    glyphs.append(path.transformed(shift))
                x += position.x_advance
            ends_cluster = i + 1 == len(infos) or infos[i + 1].cluster != info.cluster
            x += spacing if ends_cluster else 0.0
        return x

    def _spend(self, points: int) -> None:
        self._room -= points
        if self._room < 0:
            raise BatikError("letters.too_intricate", limit=MOST_POINTS)

    def _outline(self, glyph: int) -> Path | None:
        """Return the outline of a glyph, y down; None where it draws nothing."""
        if glyph not in self._drawn:
            pen = _Pen()
            self._font.draw_glyph(glyph, _callbacks(), pen)
            self._spend(pen.count)
            self._drawn[glyph] = pen.build() if pen.count else None
        return self._drawn[glyph]


def _cluster(text: str, start: int, starts: Sequence[int]) -> list[str]:
    """Return the characters of a cluster that a font does not have, without spaces and controls."""
    end = next((other for other in starts if other > start), len(text))
    return [one for one in text[start:end] if not one.isspace() and unicodedata.category(one) not in ("Cc", "Cf")]


class _Pen:
    """Takes an outline with y up, quadratic and cubic, and closes every contour."""

    def __init__(self) -> None:
        self.count = 0
        self._path = PathBuilder()
        self._at = (0.0, 0.0)

    def move(self, x: float, y: float) -> None:
        self._path.move(x, -y)
        self._at = (x, y)
        self.count += 1

    def line(self, x: float, y: float) -> None:
        self._path.line(x, -y)
        self._at = (x, y)
        self.count += 1

    def cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self._path.cubic(x1, -y1, x2, -y2, x, -y)
        self._at = (x, y)
        self.count += 3

    def quadratic(self, qx: float, qy: float, x: float, y: float) -> None:
        x0, y0 = self._at
        self.cubic(x0 + 2 / 3 * (qx - x0), y0 + 2 / 3 * (qy - y0), x + 2 / 3 * (qx - x), y + 2 / 3 * (qy - y), x, y)

    def close(self) -> None:
        self._path.close()

    def build(self) -> Path:
        return self._path.build()


def _callbacks() -> object:
    import uharfbuzz as hb

    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, pen: pen.move(x, y))
    funcs.set_line_to_func(lambda x, y, pen: pen.line(x, y))
    funcs.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.cubic(a, b, c, d, x, y))
    funcs.set_quadratic_to_func(lambda a, b, x, y, pen: pen.quadratic(a, b, x, y))
    funcs.set_close_path_func(lambda pen: pen.close())
    return funcs


def _one_skin(glyphs: list[Path]) -> Path:
    """Return all outlines as one path whose contours do not overlap, so that a line along them is the letters' edge.

    Contours that overlap, as in variable fonts and joined scripts, are united and so become polygons; the others keep
    their curves.
    """

    def area(paths: Sequence[Path]) -> Rings:
        return normalised([ring for path in paths for ring, _ in path.subpaths(_FINE)])

    alone = [area([glyph]) for glyph in glyphs]
    whole = area(glyphs)
    apart = math.isclose(whole.area_mm2, sum(one.area_mm2 for one in alone), rel_tol=_SAME_AREA)
    if not apart:
        return _polygons(whole)
    return joined(
        [glyph if _is_simple(glyph, rings) else _polygons(rings) for glyph, rings in zip(glyphs, alone, strict=True)]
    )


def _is_simple(glyph: Path, area: Rings) -> bool:
    """Whether no contour of a glyph crosses itself or another."""
    contours = [ring for ring, _ in glyph.subpaths(_FINE)]
    signed = sum(
        float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2 for x, y in (ring.T for ring in contours)
    )
    return len(area) == len(contours) and math.isclose(abs(signed), area.area_mm2, rel_tol=_SAME_AREA)


def _polygons(rings: Rings) -> Path:
    build = PathBuilder()
    for ring in rings:
        (x, y), *rest = ring.tolist()
        build.move(x, y)
        for x, y in rest:
            build.line(x, y)
        build.close()
    return build.build()


def _bounds(path: Path) -> tuple[float, float, float, float]:
    points = np.concatenate([ring for ring, _ in path.subpaths(_FINE)])
    (x0, y0), (x1, y1) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return x0, y0, x1, y1


# Runs of one script and one direction


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield runs from left to right, each of one script and one direction, with whether it is read rightwards.

    The rules of the Unicode Bidirectional Algorithm (UAX 9) as far as a name or a line needs them: the first strong
    character gives the line's direction, digits are read rightwards wherever they stand, what is neutral goes with
    equal neighbours and else with the line.
    """
    if not text:
        return
    kinds = [_direction(character) for character in text]
    line = 0 if next((kind for kind in kinds if kind in "LR"), "L") == "L" else 1
    found: list[tuple[str, int]] = []
    for level, group in groupby(zip(text, _levels(kinds, line), strict=True), key=lambda one: one[1]):
        part = "".join(character for character, _ in group)
        for _, same in groupby(zip(part, _scripts(part), strict=True), key=lambda one: one[1]):
            found.append(("".join(character for character, _ in same), level))
    found = _turned(_turned(found, 2), 1)
    yield from ((part, level % 2 == 0) for part, level in found)


def _turned(runs: list[tuple[str, int]], lowest: int) -> list[tuple[str, int]]:
    """Turn round the order of each row of runs whose level is ``lowest`` or higher."""
    turned: list[tuple[str, int]] = []
    for is_high, group in groupby(runs, key=lambda run: run[1] >= lowest):
        row = list(group)
        turned += row[::-1] if is_high else row
    return turned


def _direction(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    return {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N", "NSM": "="}.get(kind, "?")


def _levels(kinds: list[str], line: int) -> list[int]:
    """Return the embedding level of each character: even ones are read rightwards."""
    own = "L" if line == 0 else "R"
    found: list[str] = []
    strong = own
    for kind in kinds:
        kind = (found[-1] if found else strong) if kind == "=" else kind
        kind = "L" if kind == "N" and strong == "L" else kind
        strong = kind if kind in "LR" else strong
        found.append(kind)
    for i, kind in enumerate(found):
        if kind == "?":
            before = next((one for one in reversed(found[:i]) if one != "?"), own)
            after = next((one for one in found[i + 1 :] if one != "?"), own)
            sides = {"L" if side == "L" else "R" for side in (before, after)}
            found[i] = sides.pop() if len(sides) == 1 else own
    return [{"L": 2 * line, "R": 1, "N": 2}[kind] for kind in found]


def _scripts(text: str) -> list[str]:
    """Return the script of each letter by the first word of its name; other characters take their neighbour's."""
    own = [
        unicodedata.name(character, "").partition(" ")[0]
        if unicodedata.category(character)[0] == "L" or unicodedata.category(character) == "Mc"
        else ""
        for character in text
    ]
    found: list[str] = []
    current = next((script for script in own if script), "")
    for script in own:
        current = script or current
        found.append(current)
    return found
