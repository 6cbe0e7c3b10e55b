"""A drawing on paper as canting lines, dots and areas, in mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import QUIET, Progress
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.curve_fit import fitted_path
from batikstudio.geometry.path import MOVE, Path, Points, joined
from batikstudio.geometry.polyline import smooth_pieces
from batikstudio.motifs.motif import About, CustomaryRepeat, Motif, Part
from batikstudio.motifs.naming import id_of
from batikstudio.motifs.strokes import FINEST_MM
from batikstudio.motifs.svg.importing import OWN_FAMILY
from batikstudio.motifs.tracing.light import Mask, evenly_lit, ink_of, labelled
from batikstudio.motifs.tracing.picture import Grey
from batikstudio.motifs.tracing.skeleton import graph_of, simplified
from batikstudio.motifs.tracing.strands import Strand, strands

Mode = Literal["auto", "lines", "areas"]
MODES: tuple[Mode, ...] = ("auto", "lines", "areas")
TracedKind = Literal["line", "dot", "area"]

AREA_MM = 2.5
"""Ink that is wider, and clearly wider than the drawing's lines, is a filled area: tembok."""
_WIDER = 2.2
_LEAST_MM = 0.35
"""Specks smaller across are dirt: no canting sets so small a dot."""
_LEAST_SPECK_PX = 6.0
_BIAS_PX = 0.75
"""Twice the distance to the paper is so much more than the width of a line on a grid of pixels."""
_SIGMA_PX, _TOLERANCE_PX = 2.5, 0.5
_AREA_REACH_PX = 8.0
"""Of an outline, so far on either side of a place is looked at for a corner."""
_DOT_AREAS = 2.3
"""A blob with less than this times the area of the largest disc in it is a dot."""
_SHORTEST_WIDTHS = 0.5
_GAP = 0.05
"""This share of its size is left free on each side of a motif…"""
_LEAST_GAP_MM = 0.5
_WIDTH_STEP_MM = 0.1
"""Lines whose widths round to the same are one part: a hand and a pencil are no finer."""
_BOX_TOLERANCE_MM = 0.02
LARGEST_DRAWING = 20_000
"""Strokes; a picture with more is no drawing."""


@dataclass(frozen=True, eq=False)
class Traced:
    """One thing that was drawn.

    Attributes
    ----------
    kind : str
        ``"line"``, ``"dot"`` or ``"area"``.
    path : Path
        In mm from the picture's top left: the middle of a line, a lone point, or the outline of an area with its
        holes (even-odd).
    width_mm : float
        Of the line, or of the dot; 0 for an area.
    widths_mm : tuple of float
        Along a line, at equal distances from its start to its end.
    """

    kind: TracedKind
    path: Path
    width_mm: float = 0.0
    widths_mm: tuple[float, ...] = ()


def trace(
    grey: Grey, px_per_mm: float, mode: Mode = "auto", bias: float = 0.0, progress: Progress = QUIET
) -> tuple[Traced, ...]:
    """Trace a drawing on paper.

    Parameters
    ----------
    grey : ndarray of shape (H, W), float32
        0 to 1, dark on light, seen square-on.
    px_per_mm : float
    mode : str
        ``"lines"`` follows the middle of all ink, ``"areas"`` its outline, and ``"auto"`` the outline where the ink is
        wide and the middle elsewhere.
    bias : float
        -1 to 1: below 0 only the darkest is ink, above 0 faint pencil too.
    progress : Progress

    Returns
    -------
    tuple of Traced
        Areas first, then lines, then dots.

    Raises
    ------
    BatikError
        ``tracing.nothing_drawn`` or ``tracing.too_much``.
    """
    lit = evenly_lit(grey)
    progress.step(0.2)
    ink = ink_of(lit, _least_speck_px(px_per_mm), bias)
    progress.step(0.4)
    wide = _wide(ink, px_per_mm) if mode == "auto" else ink if mode == "areas" else np.zeros_like(ink)
    areas = _areas(wide, px_per_mm)
    progress.step(0.6)
    lines = _lines(ink & ~wide, px_per_mm, progress.part(0.6, 1.0)) if mode != "areas" else []
    found = (*areas, *lines)
    if not found:
        raise BatikError("tracing.nothing_drawn")
    progress.step(1.0)
    return found


def drawn_box_px(grey: Grey) -> tuple[float, float, float, float]:
    """Return the box ``(x0, y0, x1, y1)`` of all ink, px; raises `BatikError` ``tracing.nothing_drawn``."""
    y, x = np.nonzero(ink_of(evenly_lit(grey), _LEAST_SPECK_PX))
    if not len(x):
        raise BatikError("tracing.nothing_drawn")
    return (float(x.min()), float(y.min()), float(x.max()) + 1, float(y.max()) + 1)


def _least_speck_px(px_per_mm: float) -> float:
    return max(_LEAST_SPECK_PX, np.pi / 4 * (_LEAST_MM * px_per_mm) ** 2)


def _wide(ink: Mask, px_per_mm: float) -> Mask:
    """Return the ink that a disc of the width of an area fits into."""
    from scipy.ndimage import distance_transform_edt

    inner = distance_transform_edt(ink)
    ridge = inner[(inner >= 1.5) & (inner >= _largest_beside(inner))]
    usual = 2 * float(np.median(ridge)) if len(ridge) else 0.0
    radius = max(AREA_MM * px_per_mm, _WIDER * usual) / 2
    core = inner > radius
    if not core.any():
        return np.zeros_like(ink)
    return np.asarray(ink & (distance_transform_edt(~core) <= radius + 1.0), np.bool_)


def _largest_beside(values: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.ndimage import maximum_filter

    largest: NDArray[np.float64] = maximum_filter(values, 3)
    return largest


def _areas(mask: Mask, px_per_mm: float) -> list[Traced]:
    """Return the outline of each connected region, its holes with it."""
    from scipy.ndimage import find_objects, gaussian_filter
    from skimage.measure import find_contours

    labels, _ = labelled(mask)
    found = []
    for number, window in enumerate(find_objects(labels), 1):
        region = np.pad((labels[window] == number).astype(np.float32), 4)
        corner = np.array([window[1].start, window[0].start], np.float64) - 4 + 0.5
        rings = find_contours(gaussian_filter(region, 1.0), 0.5)
        paths = [_ring(ring[:-1, ::-1] + corner, px_per_mm) for ring in rings if len(ring) > 8]
        if paths:
            found.append(Traced("area", joined(paths)))
    return found


def _ring(points: Points, px_per_mm: float) -> Path:
    pieces, _ = smooth_pieces(points, 1.0, _SIGMA_PX, _AREA_REACH_PX, closed=True)
    return fitted_path(pieces, _TOLERANCE_PX, closed=True).transformed(Affine.scaling(1 / px_per_mm))


def _lines(ink: Mask, px_per_mm: float, progress: Progress) -> list[Traced]:
    from scipy.ndimage import distance_transform_edt
    from skimage.morphology import skeletonize

    inner = distance_transform_edt(ink)
    dots, round_ones = _dots(ink, inner, px_per_mm)
    ink = ink & ~round_ones
    widths = np.maximum(2 * inner - _BIAS_PX, 1.0).astype(np.float32)
    graph = simplified(graph_of(skeletonize(ink)), widths)
    drawn = strands(graph, widths, ink)
    if len(drawn) + len(dots) > LARGEST_DRAWING:
        raise BatikError("tracing.too_much", limit=LARGEST_DRAWING)
    found = []
    for number, strand in enumerate(drawn):
        if number % 50 == 0:
            progress.step(number / len(drawn))
        found += _line(strand, px_per_mm)
    return found + dots


def _dots(ink: Mask, inner: NDArray[np.float64], px_per_mm: float) -> tuple[list[Traced], Mask]:
    """Return the round blobs as dots, and where they are."""
    from scipy.ndimage import maximum

    labels, count = labelled(ink)
    if not count:
        return [], np.zeros_like(ink)
    numbers = np.arange(1, count + 1)
    areas = np.bincount(labels.ravel(), minlength=count + 1)[1:]
    radii = np.asarray(maximum(inner, labels, numbers))
    dotty = numbers[areas < _DOT_AREAS * np.pi * radii**2]
    rows, columns = np.nonzero(ink)
    piece = labels[rows, columns]
    x, y = (np.bincount(piece, at + 0.5, count + 1)[1:] / areas for at in (columns, rows))
    verbs = np.array([MOVE], np.uint8)
    found = []
    for k in (dotty - 1).tolist():
        place = np.array([[x[k], y[k]]]) / px_per_mm
        found.append(Traced("dot", Path(verbs, place), 2 * float(np.sqrt(areas[k] / np.pi)) / px_per_mm))
    return found, np.isin(labels, dotty)


def _line(strand: Strand, px_per_mm: float) -> list[Traced]:
    """Return a strand as a line in mm, or nothing where it is only a scrap between others."""
    width = float(np.median(strand.widths))
    if len(strand.points) < 2 or strand.length < _SHORTEST_WIDTHS * width:
        return []
    pieces, _ = smooth_pieces(strand.points, 1.0, _SIGMA_PX, max(2 * width, 6.0), strand.closed)
    path = fitted_path(pieces, _TOLERANCE_PX, strand.closed).transformed(Affine.scaling(1 / px_per_mm))
    along = tuple(round(float(w) / px_per_mm, 3) for w in strand.widths[:: max(len(strand.widths) // 40, 1)])
    return [Traced("line", path, width / px_per_mm, along)]


def drawn_box(parts: Sequence[Part]) -> tuple[float, float, float, float]:
    """Return the box ``(x0, y0, x1, y1)`` of what parts draw, mm: of their curves and not of the handles."""
    low, high = np.full(2, np.inf), np.full(2, -np.inf)
    for part in parts:
        half = (part.width_mm or 0.0) / 2
        for points, _ in part.path.subpaths(_BOX_TOLERANCE_MM):
            low = np.minimum(low, points.min(axis=0) - half)
            high = np.maximum(high, points.max(axis=0) + half)
    return (float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def motif_of(traced: Sequence[Traced], name: str, line_mm: float | None = None, width_mm: float | None = None) -> Motif:
    """Return what was traced as a motif about its own middle.

    Parameters
    ----------
    traced : sequence of Traced
        At least one.
    name : str
        As the person calls it.
    line_mm : float, optional
        The width of every line, instead of the pencil's.
    width_mm : float, optional
        How wide the whole motif shall be; the lines keep their widths.
    """
    parts = _parts(traced, line_mm)
    if width_mm is not None:
        parts = _fitted(parts, width_mm)
    words, nothing = Words(name, name), Words("", "")
    about = About(id_of(name), words, nothing, OWN_FAMILY, nothing, "")
    x0, y0, x1, y1 = drawn_box(parts)
    across, down = (size + 2 * max(_GAP * size, _LEAST_GAP_MM) for size in (x1 - x0, y1 - y0))
    middle = Affine.translation(-(x0 + x1) / 2, -(y0 + y1) / 2)
    return Motif(
        about,
        tuple(replace(part, path=part.path.transformed(middle)) for part in parts),
        CustomaryRepeat("grid", round(across, 3), round(down, 3)),
    )


def _fitted(parts: list[Part], width_mm: float) -> list[Part]:
    """Return the parts scaled so that all they draw is so wide, the widths of the lines included."""
    x0, _, x1, _ = drawn_box(parts)
    low, _, high, _ = drawn_box([replace(part, width_mm=None) for part in parts])
    lines_mm = (x1 - x0) - (high - low)
    if high - low <= 0 or width_mm <= lines_mm:
        return parts
    scale = Affine.scaling((width_mm - lines_mm) / (high - low))
    return [replace(part, path=part.path.transformed(scale)) for part in parts]


def _parts(traced: Sequence[Traced], line_mm: float | None) -> list[Part]:
    """Return areas, then lines of one width together, the finest first, then dots of one size."""
    parts = [Part("areas", "body", one.path, even_odd=True) for one in traced if one.kind == "area"]
    groups: dict[tuple[TracedKind, float], list[Path]] = {}
    for one in traced:
        if one.kind != "area":
            drawn = line_mm if line_mm is not None and one.kind == "line" else one.width_mm
            width = max(round(round(drawn / _WIDTH_STEP_MM) * _WIDTH_STEP_MM, 3), FINEST_MM)
            groups.setdefault((one.kind, width), []).append(one.path)
    for (kind, width), paths in sorted(groups.items(), key=lambda item: (item[0][0] == "dot", item[0][1])):
        if kind == "line":
            parts.append(Part("lines", "outline", joined(paths), width))
        else:
            parts.append(Part("isen", "filler", joined(paths), width))
    return parts
