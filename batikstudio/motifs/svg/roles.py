"""Which part of a motif each shape of a stranger's drawing becomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from batikstudio.colour.spaces import lab_of_xyz, srgb_decode, xyz_of_linear_srgb
from batikstudio.geometry.path import CLOSE, CUBIC
from batikstudio.motifs.motif import PART_KINDS, ROLES, Part, PartKind
from batikstudio.motifs.svg.drawing import Shape
from batikstudio.motifs.svg.paint import Colour

LARGEST_DOT_MM = 2.5
"""A round shape below this is a dot of the canting."""
_FEWEST_CORNERS = 8
"""Of a polygon that is taken for a round shape."""
_FILL_ROLES = ("body", "heart", "accent")
"""Roles of fills from the lightest group of colours to the darkest."""
_ROLE_OF_NAME = {name: role for role, words in ROLES.items() for name in (role, words.id, words.en)}
_KIND_OF_ROLE: dict[str, PartKind] = {"outline": "lines", "inline": "lines", "filler": "isen"}


def parts_of_strangers(shapes: Iterable[Shape]) -> tuple[Part, ...]:
    """Return the parts of a drawing that says nothing of roles.

    A name of a shape or of a group around it that is a role's, in either language, decides. Else strokes are lines of
    the outline, small round shapes are filler, and the other fills are areas: their colours, in up to three groups by
    lightness, are body, heart and accent, the lightest first.
    """
    filled = [(shape, shape.pen.fill is not None and _is_dot(shape)) for shape in shapes]
    role_of_colour = _roles_by_lightness(
        {shape.pen.fill for shape, is_dot in filled if shape.pen.fill is not None and not is_dot}
    )
    parts = []
    for shape, is_dot in filled:
        named = _named_role(shape)
        if shape.pen.fill is not None:
            role = named or ("filler" if is_dot else role_of_colour[shape.pen.fill])
            kind: PartKind = "isen" if role == "filler" else "areas"
            parts.append(Part(kind, role, shape.path, None, "round", shape.pen.even_odd))
        if shape.pen.stroke is not None:
            role = named or ("filler" if _is_stroked_dot(shape) else "outline")
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


def _roles_by_lightness(colours: Iterable[Colour]) -> dict[Colour, str]:
    """Cut the colours, sorted by lightness, at their widest gaps into as many groups as there are roles."""
    ordered = sorted(set(colours))
    if not ordered:
        return {}
    lightness = _lightness(ordered)
    order = np.argsort(-lightness, kind="stable")
    gaps = -np.diff(lightness[order])
    cuts = np.sort(np.argsort(-gaps, kind="stable")[: len(_FILL_ROLES) - 1])
    groups = np.searchsorted(cuts, np.arange(len(ordered)), side="left")
    return {ordered[int(which)]: _FILL_ROLES[int(group)] for which, group in zip(order, groups, strict=True)}


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
