"""What the elements of a drawing declare, each worked out once: properties, transform, outline."""

from __future__ import annotations

from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.motifs.svg.basic_shapes import basic_shape
from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.path_data import Budget, Outline, read_path
from batikstudio.motifs.svg.style import Declared, StyleSheet
from batikstudio.motifs.svg.transform import Viewport, length, transform_list
from batikstudio.motifs.svg.tree import Node, Tree

_TOLD_EFFECTS = {"mask": "mask", "filter": "filter"}
_MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")


class Elements:
    """Gives what a node says of itself; what a motif cannot have of it is counted, once for the node."""

    def __init__(self, tree: Tree, sheet: StyleSheet, tally: Tally) -> None:
        self._sheet = sheet
        self._tally = tally
        self._budget = Budget()
        self._declared: dict[int, Declared] = {}
        self._transforms: dict[int, Affine | None] = {}
        self._outlines: dict[tuple[int, Viewport | None], Outline] = {}

    def declared(self, node: Node) -> Declared:
        """Return the properties that a node declares itself."""
        declared = self._declared.get(node.index)
        if declared is None:
            declared = self._declared[node.index] = self._sheet.declared(node)
            if declared:
                self._tell_effects(declared)
        return declared

    def _tell_effects(self, declared: Declared) -> None:
        for name, kind in _TOLD_EFFECTS.items():
            if declared.get(name, "none") != "none":
                self._tally.add(kind)
        if any(declared.get(name, "none") != "none" for name in _MARKERS):
            self._tally.add("marker")
        if 0 < length(declared.get("opacity"), 1.0, 1.0) < 1:
            self._tally.add("opacity")

    def transform(self, node: Node) -> Affine | None:
        """Return the map of a node's ``transform``; None if it is miswritten."""
        declared = self.declared(node)
        if "transform" not in declared:
            return IDENTITY
        if node.index not in self._transforms:
            self._transforms[node.index] = transform_list(declared["transform"], self._budget)
        return self._transforms[node.index]

    def outline(self, node: Node, viewport: Viewport) -> Outline:
        """Return the outline of a shape in its own units; raises `BatikError` ``svg.too_many_points``."""
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
