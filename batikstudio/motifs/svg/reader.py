"""Read a stranger's SVG: walk its elements without recursion and lay every shape in mm."""

from __future__ import annotations

from typing import NamedTuple

from batikstudio.base.errors import BatikError
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.svg.basic_shapes import basic_shape
from batikstudio.motifs.svg.drawing import Drawing
from batikstudio.motifs.svg.laying import Layer
from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.limits import LONGEST_NAME, MOST_NAMES
from batikstudio.motifs.svg.path_data import Budget, Outline, read_path
from batikstudio.motifs.svg.pens import Pens
from batikstudio.motifs.svg.style import Declared, Style, StyleSheet
from batikstudio.motifs.svg.transform import MM_PER_PX, Viewport, fitted, length, length_mm, transform_list, view_box
from batikstudio.motifs.svg.tree import SHAPES, Node, Tree, read_tree
from batikstudio.motifs.svg.uses import cut_cycles, drawn_children, target

_TOLD_EFFECTS = {"clip-path": "clip-path", "mask": "mask", "filter": "filter"}
_MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")


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


class _Scope(NamedTuple):
    """What an element takes from those around it."""

    to_mm: Affine
    viewport: Viewport
    style: Style
    names: tuple[str, ...]
    kind: str
    role: str


class _Reader:
    def __init__(self, tree: Tree, tally: Tally) -> None:
        self._tree = tree
        self._tally = tally
        self._budget = Budget()
        self._cut = cut_cycles(tree)
        self._sheet = StyleSheet(tree.style_sheet, tally)
        self._pens = Pens(tree, self._sheet, tally)
        self._declared: dict[int, Declared] = {}
        self._transforms: dict[int, Affine | None] = {}
        self._outlines: dict[tuple[int, Viewport | None], Outline] = {}
        self._layer = Layer(tally)
        self._mm_per_root_unit = MM_PER_PX

    def read(self) -> Drawing:
        root = self._tree.nodes[0]
        to_mm, viewport, page = self._page(root)
        self._mm_per_root_unit = to_mm.scale
        stack = [(root, _Scope(to_mm, viewport, Style(), (), "", ""))]
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
        return Drawing(self._layer.shapes(), page, self._tree.metadata, self._tally.result())

    def _page(self, root: Node) -> tuple[Affine, Viewport, tuple[float, float, float, float] | None]:
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

    def _entered(self, node: Node, around: _Scope) -> _Scope | None:
        """Return what holds inside ``node``; None if nothing of it is drawn."""
        declared = self._declared_by(node)
        if declared.get("display") == "none" or _is_zero(declared.get("opacity")):
            self._tally.add("hidden")
            return None
        transform = self._transform_of(node, declared)
        if transform is None:
            self._tally.add("impossible-number")
            return None
        attributes = node.attributes
        scope = _Scope(
            around.to_mm @ transform if "transform" in declared else around.to_mm,
            around.viewport,
            around.style.inherited_by(declared),
            _named(attributes, around.names),
            attributes.get("data-kind", around.kind),
            attributes.get("data-role", around.role),
        )
        if node.tag == "svg" and node.index:
            return self._in_viewport(node, scope, attributes)
        return scope

    def _declared_by(self, node: Node) -> Declared:
        declared = self._declared.get(node.index)
        if declared is None:
            declared = self._declared[node.index] = self._sheet.declared(node)
            if declared:
                self._tell_effects(declared)
        return declared

    def _tell_effects(self, declared: Declared) -> None:
        """Count what an element asks for that a motif cannot have, once for the element."""
        for name, kind in _TOLD_EFFECTS.items():
            if declared.get(name, "none") != "none":
                self._tally.add(kind)
        if any(declared.get(name, "none") != "none" for name in _MARKERS):
            self._tally.add("marker")
        if 0 < length(declared.get("opacity"), 1.0, 1.0) < 1:
            self._tally.add("opacity")

    def _transform_of(self, node: Node, declared: Declared) -> Affine | None:
        if "transform" not in declared:
            return Affine()
        if node.index not in self._transforms:
            self._transforms[node.index] = transform_list(declared["transform"], self._budget)
        return self._transforms[node.index]

    def _in_viewport(self, node: Node, scope: _Scope, size: dict[str, str]) -> _Scope:
        """Return the scope inside a nested ``svg`` or a ``symbol``, whose size ``size`` may give."""
        width = length(size.get("width"), scope.viewport.width, scope.viewport.width)
        height = length(size.get("height"), scope.viewport.height, scope.viewport.height)
        shift = Affine()
        if node.tag == "svg":
            x = length(node.attributes.get("x"), scope.viewport.width)
            y = length(node.attributes.get("y"), scope.viewport.height)
            shift = Affine.translation(x, y)
        box = view_box(node.attributes)
        if box is None:
            return scope._replace(to_mm=scope.to_mm @ shift, viewport=Viewport(width, height))
        fit = fitted(box, width, height, node.attributes.get("preserveAspectRatio", ""))
        return scope._replace(to_mm=scope.to_mm @ shift @ fit, viewport=Viewport(box[2], box[3]))

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
        pen = self._pens.pen(scope.style)
        if pen is None:
            return
        width_mm = 0.0
        if pen.stroke is not None:
            width = length(scope.style.stroke_width, scope.viewport.diagonal, 1.0)
            fixed = self._declared_by(node).get("vector-effect") == "non-scaling-stroke"
            width_mm = width * (self._mm_per_root_unit if fixed else scope.to_mm.scale)
        self._layer.lay(
            self._outline(node, scope.viewport), scope.to_mm, pen, width_mm, scope.kind, scope.role, scope.names
        )

    def _outline(self, node: Node, viewport: Viewport) -> Outline:
        key = node.index, None if node.tag == "path" else viewport  # only a basic shape may have percentages
        outline = self._outlines.get(key)
        if outline is None:
            if node.tag == "path":
                outline, sound = read_path(node.attributes.get("d", ""), self._budget)
            else:
                outline, sound = basic_shape(node.tag, node.attributes, viewport, self._budget)
            if not sound:
                self._tally.add("path-mistake")
            self._outlines[key] = outline
        return outline


def _is_zero(text: str | None) -> bool:
    return text is not None and length(text, 1.0, 1.0) == 0


def _named(attributes: dict[str, str], around: tuple[str, ...]) -> tuple[str, ...]:
    given = [attributes.get("inkscape:label", ""), attributes.get("id", ""), *attributes.get("class", "").split()]
    own = tuple(name for name in given if 0 < len(name) <= LONGEST_NAME)
    return (own + around)[:MOST_NAMES] if own else around
