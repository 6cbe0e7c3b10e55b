"""Read a stranger's SVG: walk its elements without recursion and lay every shape in mm."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Points
from batikstudio.motifs.svg.clips import Clip, Clips, viewport_clip
from batikstudio.motifs.svg.crossings import Crossings
from batikstudio.motifs.svg.drawing import Drawing
from batikstudio.motifs.svg.elements import Elements
from batikstudio.motifs.svg.laying import Layer, Said
from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.limits import LARGEST_MM, LONGEST_NAME, MOST_NAMES, SMALLEST_SCALE
from batikstudio.motifs.svg.lines import Nib, path_of
from batikstudio.motifs.svg.path_data import Outline
from batikstudio.motifs.svg.pens import TRANSPARENT, Pens
from batikstudio.motifs.svg.style import Declared, Style, StyleSheet
from batikstudio.motifs.svg.transform import MM_PER_PX, Viewport, fitted, length, length_mm, lengths, view_box
from batikstudio.motifs.svg.tree import SHAPES, Node, Tree, read_tree
from batikstudio.motifs.svg.uses import cut_cycles, drawn_children, target

_FINEST_MM, _COARSEST_MM = 5e-4, 0.01
_STEPS_ACROSS = 20_000
"""What is cut or outlined is drawn with polygons this fine beside the page, within those bounds."""


def read_svg(data: bytes) -> Drawing:
    """Read the shapes of an SVG.

    Parameters
    ----------
    data : bytes
        An SVG, plain or gzipped, from anybody.

    Returns
    -------
    Drawing
        Lengths in mm: as the page's width and view box say, else 96 px to the inch.

    Raises
    ------
    BatikError
        ``svg.too_large``, ``svg.not_xml``, ``svg.not_svg``, ``svg.entities``, ``svg.too_deep``,
        ``svg.too_many_elements``, ``svg.too_many_uses``, ``svg.too_many_points``, or ``svg.empty`` when there is
        nothing to draw with.
    """
    tally = Tally()
    reader = _Reader(read_tree(data, tally), tally)
    drawing = reader.read()
    if not drawing.shapes:
        raise BatikError("svg.empty", left_out=dict(drawing.left_out))
    return drawing


Page = tuple[float, float, float, float]


class _Scope(NamedTuple):
    """What an element takes from those around it."""

    to_mm: Affine
    viewport: Viewport
    style: Style = Style()
    said: Said = Said()
    opacity: float = 1.0


class _Reader:
    def __init__(self, tree: Tree, tally: Tally) -> None:
        self._tree = tree
        self._tally = tally
        self._cut = cut_cycles(tree)
        sheet = StyleSheet(tree.style_sheet, tally)
        self._elements = Elements(tree, sheet, tally)
        self._pens = Pens(tree, sheet, tally)
        self._to_mm, self._viewport, self._page = _page(tree.nodes[0])
        crossings, tolerance_mm = Crossings(), _tolerance_mm(self._page)
        self._clips = Clips(tree, self._elements, tally, crossings, tolerance_mm)
        self._layer = Layer(tally, crossings, tolerance_mm)

    def read(self) -> Drawing:
        stack = [(self._tree.nodes[0], _Scope(self._to_mm, self._viewport))]
        while stack:
            node, around = stack.pop()
            scope = self._entered(node, around)
            if scope is None:
                continue
            if node.tag in SHAPES:
                self._draw(node, scope)
            elif node.tag == "use":
                repeated = self._repeated(node, scope)
                if repeated is not None:
                    stack.append(repeated)
            else:
                stack += [(child, scope) for child in reversed(list(drawn_children(node)))]
        shapes = self._layer.shapes()
        return Drawing(shapes, self._page, self._tree.metadata, self._tally.result())

    def _entered(self, node: Node, around: _Scope) -> _Scope | None:
        """Return what holds inside ``node``; None if nothing of it is drawn."""
        declared = self._elements.declared(node)
        opacity = around.opacity * _opacity(declared)
        if declared.get("display") == "none" or opacity < TRANSPARENT:
            self._tally.add("hidden")
            return None
        transform = self._elements.transform(node)
        if transform is None:
            self._tally.add("impossible-number")
            return None
        attributes = node.attributes
        to_mm = around.to_mm @ transform if "transform" in declared else around.to_mm
        said = Said(
            attributes.get("data-kind", around.said.kind),
            attributes.get("data-role", around.said.role),
            _named(attributes, around.said.names),
            around.said.clips,
        )
        if "clip-path" in declared:
            said = _clipped(said, self._clips.of(node, to_mm, around.viewport))
        scope = _Scope(to_mm, around.viewport, around.style.inherited_by(declared), said, opacity)
        if node.tag == "svg" and node.index:
            return self._in_viewport(node, scope, attributes)
        return scope

    def _in_viewport(self, node: Node, scope: _Scope, size: dict[str, str]) -> _Scope:
        """Return the scope inside a nested ``svg`` or a ``symbol``, whose size ``size`` may give."""
        width = length(size.get("width"), scope.viewport.width, scope.viewport.width)
        height = length(size.get("height"), scope.viewport.height, scope.viewport.height)
        x = y = 0.0
        if node.tag == "svg":
            x = length(node.attributes.get("x"), scope.viewport.width)
            y = length(node.attributes.get("y"), scope.viewport.height)
        to_mm = scope.to_mm @ Affine.translation(x, y)
        inside = view_box(node.attributes)
        if width > 0 and height > 0 and self._elements.declared(node).get("overflow", "hidden") != "visible":
            scope = scope._replace(said=_clipped(scope.said, viewport_clip(width, height, to_mm)))
        if inside is None:
            return scope._replace(to_mm=to_mm, viewport=Viewport(width, height))
        fit = fitted(inside, width, height, node.attributes.get("preserveAspectRatio", ""))
        return scope._replace(to_mm=to_mm @ fit, viewport=Viewport(inside[2], inside[3]))

    def _repeated(self, node: Node, scope: _Scope) -> tuple[Node, _Scope] | None:
        found = target(self._tree, node)
        if node.index in self._cut:
            self._tally.add("use-cycle")
            return None
        if found is None:
            inside = node.attributes.get("href", "").strip().startswith("#")
            self._tally.add("missing-reference" if inside else "outside-reference")
            return None
        x = length(node.attributes.get("x"), scope.viewport.width)
        y = length(node.attributes.get("y"), scope.viewport.height)
        scope = scope._replace(to_mm=scope.to_mm @ Affine.translation(x, y))
        if found.tag == "symbol":
            scope = self._in_viewport(found, scope, found.attributes | node.attributes)
        return found, scope

    def _draw(self, node: Node, scope: _Scope) -> None:
        pen = self._pens.pen(scope.style, scope.opacity)
        if pen is None:
            return
        outline = self._elements.outline(node, scope.viewport)
        nib, is_even = Nib(0.0), False
        if pen.stroke is not None and scope.to_mm.scale > 0:
            nib = _nib(scope.style, scope.viewport)
            nib = _by_path_length(nib, node, outline)
            is_even = self._elements.declared(node).get("vector-effect") == "non-scaling-stroke"
            nib = nib.scaled(self._to_mm.scale / scope.to_mm.scale) if is_even else nib
        stroke_first = _is_stroke_first(scope.style.paint_order)
        self._layer.lay(outline, scope.to_mm, pen, nib, scope.said, is_even, stroke_first)


def _page(root: Node) -> tuple[Affine, Viewport, Page | None]:
    """Return the map from user units to mm about the user's own origin, the viewport, and the page's box in mm."""
    box = view_box(root.attributes)
    width, height = length_mm(root.attributes.get("width")), length_mm(root.attributes.get("height"))
    if box is None:
        viewport = Viewport((width or 0.0) / MM_PER_PX, (height or 0.0) / MM_PER_PX)
        page = (0.0, 0.0, width, height) if width and height else None
        return Affine.scaling(MM_PER_PX), viewport, page
    if width is None and height is None:
        width, height = box[2] * MM_PER_PX, box[3] * MM_PER_PX
    width = width if width is not None else (height or 0.0) * box[2] / box[3]
    height = height if height is not None else width * box[3] / box[2]
    fit = fitted(box, width, height, root.attributes.get("preserveAspectRatio", ""))
    page = (-fit.e, -fit.f, width - fit.e, height - fit.f)
    return Affine(fit.a, fit.b, fit.c, fit.d), Viewport(box[2], box[3]), page


def _tolerance_mm(page: Page | None) -> float:
    size = max(page[2] - page[0], page[3] - page[1]) if page else 100.0
    return min(max(size / _STEPS_ACROSS, _FINEST_MM), _COARSEST_MM)


def _nib(style: Style, viewport: Viewport) -> Nib:
    dashes = lengths(style.stroke_dasharray, viewport.diagonal)
    if min(dashes, default=0.0) < 0 or not sum(dashes) > 0:
        dashes = ()
    return Nib(
        length(style.stroke_width, viewport.diagonal, 1.0),
        "round" if style.stroke_linecap == "round" else "square" if style.stroke_linecap == "square" else "butt",
        "round" if style.stroke_linejoin == "round" else "bevel" if style.stroke_linejoin == "bevel" else "miter",
        length(style.stroke_miterlimit, 1.0, 4.0),
        dashes * 2 if len(dashes) % 2 else dashes,
        length(style.stroke_dashoffset, viewport.diagonal),
    )


def _by_path_length(nib: Nib, node: Node, outline: Outline) -> Nib:
    """Return the nib with its dashes as long as the length that the author gave the path makes them."""
    given = length(node.attributes.get("pathLength"), 1.0)
    if not nib.dashes or not 0 < given < math.inf:
        return nib
    path = path_of(outline)
    size = float(abs(path.points).max(initial=0.0))
    if not 0 < size <= LARGEST_MM / SMALLEST_SCALE:
        return nib
    real = sum(_polyline_length(points, closed) for points, closed in path.subpaths(1e-4 * size))
    scaled = nib.scaled(real / given)
    return nib._replace(dashes=scaled.dashes, dash_offset=scaled.dash_offset)


def _polyline_length(points: Points, closed: bool) -> float:
    ends = np.concatenate((points, points[:1])) if closed else points
    return float(np.hypot(*np.diff(ends, axis=0).T).sum())


def _is_stroke_first(order: str) -> bool:
    words = order.split()
    return "stroke" in words and ("fill" not in words or words.index("stroke") < words.index("fill"))


def _opacity(declared: Declared) -> float:
    return min(max(length(declared.get("opacity"), 1.0, 1.0), 0.0), 1.0)


def _clipped(said: Said, clip: Clip | None) -> Said:
    return said if clip is None else said._replace(clips=(*said.clips, clip))


def _named(attributes: dict[str, str], around: tuple[str, ...]) -> tuple[str, ...]:
    given = [attributes.get("inkscape:label", ""), attributes.get("id", ""), *attributes.get("class", "").split()]
    own = tuple(name for name in given if 0 < len(name) <= LONGEST_NAME)
    return (own + around)[:MOST_NAMES] if own else around
