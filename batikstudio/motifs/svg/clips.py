"""Clip paths and the edges of nested viewports, as areas in mm."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.geometry.areas import intersection, normalised
from batikstudio.geometry.path import Points
from batikstudio.geometry.rings import NO_RINGS, Rings, rings_of
from batikstudio.motifs.svg.crossings import Crossings
from batikstudio.motifs.svg.elements import Elements
from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.limits import LARGEST_MM, MOST_CLIP_DEPTH, SMALLEST_SCALE
from batikstudio.motifs.svg.lines import path_of
from batikstudio.motifs.svg.paint import url
from batikstudio.motifs.svg.style import Style
from batikstudio.motifs.svg.transform import Viewport, length
from batikstudio.motifs.svg.tree import SHAPES, Node, Tree
from batikstudio.motifs.svg.uses import target

_SLACK_MM = 1e-4
"""How far a shape may reach out of a rectangle that is said to hold it."""


@dataclass(frozen=True, eq=False)
class Clip:
    """An area that shapes are cut by, in mm, and whether it is an upright rectangle."""

    area: Rings
    is_upright: bool = False

    def holds(self, low: Points, high: Points) -> bool:
        """Whether it plainly holds the box from ``low`` to ``high``: only ever said of a rectangle."""
        if not self.is_upright:
            return False
        x0, y0, x1, y1 = self.area.bounds
        slack = _SLACK_MM
        across = x0 - slack <= low[0] and high[0] <= x1 + slack
        return bool(across and y0 - slack <= low[1] and high[1] <= y1 + slack)


def viewport_clip(width: float, height: float, to_mm: Affine) -> Clip | None:
    """Return the edge of a viewport at the origin of its units; None if it is not one that can be drawn."""
    a, b, c, d, e, f = to_mm
    w, h = width, height
    corners = np.array([(e, f), (a * w + e, b * w + f), (a * w + c * h + e, b * w + d * h + f), (c * h + e, d * h + f)])
    if not np.abs(corners).max() <= LARGEST_MM:
        return None
    area = rings_of([corners if to_mm.determinant > 0 else corners[::-1]])
    return Clip(area, (b == 0 == c) or (a == 0 == d))


def _clip(area: Rings) -> Clip:
    x0, y0, x1, y1 = area.bounds
    is_box = len(area) == 1 and len(area.points) == 4
    return Clip(area, is_box and abs(area.area_mm2 - (x1 - x0) * (y1 - y0)) <= 1e-9 * area.area_mm2)


class Clips:
    """Gives the areas that elements are cut by; one that cannot be used cuts nothing and is counted."""

    def __init__(self, tree: Tree, elements: Elements, tally: Tally, crossings: Crossings, tolerance_mm: float) -> None:
        self._tree = tree
        self._elements = elements
        self._tally = tally
        self._crossings = crossings
        self._tolerance_mm = tolerance_mm
        self._known: dict[tuple[int, Affine, Viewport], Rings | None] = {}

    def of(self, node: Node, to_mm: Affine, viewport: Viewport) -> Clip | None:
        """Return what a node's ``clip-path`` leaves of it; None if it is not cut."""
        area = self._asked(node, to_mm, viewport, 0)
        return None if area is None else _clip(area)

    def _asked(self, node: Node, to_mm: Affine, viewport: Viewport, depth: int) -> Rings | None:
        text = self._elements.declared(node).get("clip-path", "none")
        if text == "none":
            return None
        reference = url(text)
        found = self._tree.ids.get(reference[0][1:]) if reference and reference[0].startswith("#") else None
        if reference and found is None:
            self._tally.add("missing-reference" if reference[0].startswith("#") else "outside-reference")
            return None
        if found is None or found.tag != "clipPath" or depth >= MOST_CLIP_DEPTH:
            self._tally.add("clip-path")
            return None
        if found.attributes.get("clipPathUnits") == "objectBoundingBox":
            box = self._bounds(node, viewport)
            if box is None:
                self._tally.add("clip-path")
                return None
            to_mm, viewport = to_mm @ box, Viewport(1.0, 1.0)
        key = found.index, to_mm, viewport
        if key not in self._known:
            self._known[key] = self._made(found, to_mm, viewport, depth)
            if self._known[key] is None:
                self._tally.add("clip-path")
        return self._known[key]

    def _made(self, clip: Node, to_mm: Affine, viewport: Viewport, depth: int) -> Rings | None:
        transform = self._elements.transform(clip)
        if transform is None or "unread" in clip.attributes:
            return None
        to_mm = to_mm @ transform
        style = Style().inherited_by(self._elements.declared(clip))
        rings: list[Points] = []
        for child in clip.children:
            part = self._part(child, to_mm, viewport, style, depth)
            if part is None:
                return None
            rings += list(part)
        whole = self._area(rings, False)
        around = self._asked(clip, to_mm, viewport, depth + 1)
        return whole if around is None or whole is None else self._both(whole, around)

    def _part(self, node: Node, to_mm: Affine, viewport: Viewport, style: Style, depth: int) -> Rings | None:
        """Return what one child of a clip path lets through; None if that cannot be told."""
        declared = self._elements.declared(node)
        style = style.inherited_by(declared)
        transform = self._elements.transform(node)
        if transform is None:
            return None
        to_mm = to_mm @ transform
        shape = node
        if node.tag == "use":
            found = target(self._tree, node)
            if found is None or found.tag not in SHAPES:
                return None
            x, y = (length(node.attributes.get(name), 0.0) for name in "xy")
            to_mm = to_mm @ Affine.translation(x, y) @ (self._elements.transform(found) or IDENTITY)
            shape, style = found, style.inherited_by(self._elements.declared(found))
        if shape.tag not in SHAPES or "none" in (declared.get("display"), style.visibility):
            return NO_RINGS
        path = path_of(self._elements.outline(shape, viewport))
        if not len(path.verbs):
            return NO_RINGS
        with np.errstate(all="ignore"):
            path = path.transformed(to_mm)
        if not np.abs(path.points).max() <= LARGEST_MM:
            return None
        area = self._area([spine for spine, _ in path.subpaths(self._tolerance_mm)], style.clip_rule == "evenodd")
        around = self._asked(node, to_mm, viewport, depth + 1)
        return area if around is None or area is None else self._both(area, around)

    def _area(self, polygons: list[Points], even_odd: bool) -> Rings | None:
        finite = all(np.abs(polygon).max(initial=0.0) <= LARGEST_MM for polygon in polygons)
        return normalised(polygons, even_odd) if finite and self._crossings.allow(polygons, 2) else None

    def _both(self, one: Rings, other: Rings) -> Rings | None:
        return intersection(one, other) if self._crossings.allow([*one, *other], 2) else None

    def _bounds(self, node: Node, viewport: Viewport) -> Affine | None:
        """Return the map from the unit square to the box of a shape; None for other elements."""
        if node.tag not in SHAPES:
            return None
        path = path_of(self._elements.outline(node, viewport))
        size = float(np.abs(path.points).max(initial=0.0))
        if not 0 < size <= LARGEST_MM / SMALLEST_SCALE:
            return None
        spines = [spine for spine, _ in path.subpaths(1e-4 * size)]
        if not spines:
            return None
        points = np.concatenate(spines)
        (x, y), (width, height) = points.min(axis=0).tolist(), np.ptp(points, axis=0).tolist()
        return Affine(width, 0.0, 0.0, height, x, y) if width > 0 and height > 0 else None
