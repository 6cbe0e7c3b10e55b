"""Which part of a motif each shape of a stranger's drawing becomes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from batikstudio.colour.spaces import lab_of_xyz, srgb_decode, xyz_of_linear_srgb
from batikstudio.geometry.path import CLOSE, CUBIC
from batikstudio.motifs.motif import PART_KINDS, ROLES, Part, PartKind
from batikstudio.motifs.svg.drawing import Shape
from batikstudio.motifs.svg.paint import Colour

LARGEST_DOT_MM = 2.5
"""A round shape below this is a dot of the canting."""
_FEWEST_CORNERS = 8
"""Of a polygon that is taken for a round shape."""
_FILL_ROLES = ("body", "heart", "accent", "ground")
"""Roles of fills from the lightest group of colours to the darkest."""
_ONE_TONE = 12.0
"""Colours whose L* lie within this are one tone."""
_DARKER_BY = 25.0
"""How much darker something else must be for a line of the lightest tone to be drawn light on dark."""
_ROLE_OF_NAME = {name: role for role, words in ROLES.items() for name in (role, words.id, words.en)}
_KIND_OF_ROLE: dict[str, PartKind] = {"outline": "lines", "inline": "lines", "filler": "isen"}


def parts_of_strangers(shapes: Sequence[Shape]) -> tuple[Part, ...]:
    """Return the parts of a drawing that says nothing of roles.

    A name of a shape or of a group around it that is a role's, in either language, decides. Else strokes are lines of
    the outline, pale ones among darker colours filler, as are small round shapes; the other fills are areas: their
    colours, in as few groups of one tone as there can be, are body, heart, accent and ground, the lightest first.
    """
    areas = {shape.pen.fill for shape in shapes if shape.pen.fill is not None and _is_area(shape)}
    inks = {ink for shape in shapes for ink in (shape.pen.fill, shape.pen.stroke) if ink is not None}
    pale = _pale(inks)
    # Pale lines are white as the body is, so what they are drawn on must be of another tone.
    role_of_area = _roles_by_lightness(areas | (pale & _line_inks(shapes)))
    parts = []
    for shape in shapes:
        named, fill, stroke = _named_role(shape), shape.pen.fill, shape.pen.stroke
        if fill is not None:
            if shape.pen.inked_line:
                role = named or ("filler" if fill in pale else "outline")
                kind = _KIND_OF_ROLE.get(role, "lines")
            else:
                role = named or role_of_area.get(fill, "filler")
                role = role if named or not _is_dot(shape) else "filler"
                kind = "isen" if role == "filler" else "areas"
            parts.append(Part(kind, role, shape.path, None, "round", shape.pen.even_odd))
        if stroke is not None:
            role = named or ("filler" if _is_stroked_dot(shape) or stroke in pale else "outline")
            kind = _KIND_OF_ROLE.get(role, "lines")
            parts.append(Part(kind, role, shape.path, shape.stroke_width_mm, shape.pen.cap))
    return tuple(parts)


def part_kind(text: str) -> PartKind | None:
    """Return the kind of part that ``text`` names."""
    return next((kind for kind in PART_KINDS if kind == text), None)


def _named_role(shape: Shape) -> str | None:
    for name in (shape.role, *shape.names):
        role = _ROLE_OF_NAME.get(name.casefold())
        if role:
            return role
    return None


def _is_stroked_dot(shape: Shape) -> bool:
    return shape.pen.fill is None and len(shape.path.points) == 1 and shape.stroke_width_mm < LARGEST_DOT_MM


def _is_dot(shape: Shape) -> bool:
    """Whether a filled shape is small and round.

    Of a circle drawn as four cubics the ends lie at 1 and the handles at 1.14 of the radius from the middle.
    """
    path = shape.path
    low, high = path.points.min(axis=0), path.points.max(axis=0)
    width, height = (high - low).tolist()
    if not 0 < max(width, height) < LARGEST_DOT_MM or min(width, height) < 0.85 * max(width, height):
        return False
    reach = np.hypot(*(path.points - (low + high) / 2).T) / (max(width, height) / 2)
    curved = CUBIC in path.verbs or len(path.points) >= _FEWEST_CORNERS
    return bool(curved and reach.min() > 0.85 and reach.max() < 1.2)


def _is_area(shape: Shape) -> bool:
    return not shape.pen.inked_line and not _is_dot(shape)


def _line_inks(shapes: Sequence[Shape]) -> set[Colour]:
    inks = [shape.pen.fill if shape.pen.inked_line else shape.pen.stroke for shape in shapes]
    return {ink for ink in inks if ink is not None}


def _pale(inks: Collection[Colour]) -> set[Colour]:
    """Return the colours of the lightest tone where others are much darker: as lines they are drawn light on dark."""
    ordered = sorted(inks)
    lightness = _lightness(ordered).tolist() if ordered else []
    darkest, lightest = min(lightness, default=0.0), max(lightness, default=0.0)
    is_mixed = darkest < lightest - _DARKER_BY
    return {ink for ink, light in zip(ordered, lightness, strict=True) if is_mixed and light >= lightest - _ONE_TONE}


def _roles_by_lightness(colours: Collection[Colour]) -> dict[Colour, str]:
    """Part the colours into as few tones as hold together, at most as many as there are roles."""
    ordered = sorted(colours)
    if not ordered:
        return {}
    darkness = np.rint(100.0 - _lightness(ordered)).astype(int)
    levels, counts = np.unique(darkness, return_counts=True)
    for count in range(1, len(_FILL_ROLES) + 1):
        starts = _natural_breaks(levels.astype(float), counts, count)
        groups = np.split(levels, starts[1:])
        if all(np.ptp(group) <= _ONE_TONE for group in groups):
            break
    which = np.searchsorted(levels[starts], darkness, side="right") - 1
    return {colour: _FILL_ROLES[int(group)] for colour, group in zip(ordered, which, strict=True)}


def _natural_breaks(values: NDArray[np.float64], weights: NDArray[np.int64], count: int) -> list[int]:
    """Return where the groups of sorted values start that have the least squares about their means.

    References
    ----------
    W. D. Fisher, On grouping for maximum homogeneity, 1958.
    """
    n, count = len(values), min(count, len(values))
    w, s, q = (np.concatenate(([0.0], np.cumsum(weights * values**power))) for power in (0, 1, 2))
    i, j = np.meshgrid(np.arange(n + 1), np.arange(n + 1), indexing="ij")
    weight = np.where(j > i, w[j] - w[i], 1.0)
    within = np.where(j > i, q[j] - q[i] - (s[j] - s[i]) ** 2 / weight, np.inf)
    best, chosen = within[0], []
    for _ in range(count - 1):
        total = best[:, None] + within
        chosen.append(total.argmin(axis=0))
        best = total.min(axis=0)
    starts, end = [], n
    for choice in reversed(chosen):
        end = int(choice[end])
        starts.append(end)
    return [0, *reversed(starts)]


def _lightness(colours: Sequence[Colour]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return L* of each colour."""
    encoded = np.array(colours, np.float64) / 255
    lightness: np.ndarray[tuple[int], np.dtype[np.float64]] = lab_of_xyz(xyz_of_linear_srgb(srgb_decode(encoded)))[:, 0]
    return lightness


def is_background(shape: Shape, page_mm: tuple[float, float, float, float]) -> bool:
    """Whether a shape is a plain rectangle that fills the page."""
    x, y = shape.path.points.T
    straight = len(shape.path.verbs) <= 6 and len(shape.path.points) in (4, 5) and shape.path.verbs[-1] == CLOSE
    if not straight or shape.pen.fill is None or shape.pen.stroke is not None:
        return False
    x0, y0, x1, y1 = page_mm
    slack = 0.01 * max(x1 - x0, y1 - y0)
    to_sides = max(float(np.minimum(v - v.min(), v.max() - v).max()) for v in (x, y))
    covers = x.min() <= x0 + slack and y.min() <= y0 + slack and x.max() >= x1 - slack and y.max() >= y1 - slack
    return bool(to_sides < slack and covers)
