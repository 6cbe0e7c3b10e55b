"""From styles as text to pens: what is filled, what is stroked, with which colour."""

from __future__ import annotations

from batikstudio.motifs.svg.drawing import Cap, Pen
from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.paint import BLACK, Colour, colour, url
from batikstudio.motifs.svg.style import Style, StyleSheet
from batikstudio.motifs.svg.transform import length
from batikstudio.motifs.svg.tree import Node, Tree

_GRADIENTS = ("linearGradient", "radialGradient")
_MOST_LINKS = 16


class Pens:
    """Gives the pen of a style; each different style is worked out once."""

    def __init__(self, tree: Tree, sheet: StyleSheet, tally: Tally) -> None:
        self._tree = tree
        self._sheet = sheet
        self._tally = tally
        self._known: dict[Style, tuple[Pen | None, tuple[str, ...]]] = {}

    def pen(self, style: Style) -> Pen | None:
        """Return the pen of a shape, or None if nothing of it can be seen; what it loses is counted for each shape."""
        known = self._known.get(style)
        if known is None:
            known = self._known[style] = self._made(style)
        for kind in known[1]:
            self._tally.add(kind)
        return known[0]

    def _made(self, style: Style) -> tuple[Pen | None, tuple[str, ...]]:
        if style.visibility in ("hidden", "collapse"):
            return None, ("hidden",)
        lost: list[str] = []
        fill = self._paint(style.fill, style, style.fill_opacity, lost)
        stroke = self._paint(style.stroke, style, style.stroke_opacity, lost)
        if stroke is not None and any(character in "123456789" for character in style.stroke_dasharray):
            lost.append("dashes")
        if fill is None and stroke is None:
            return None, tuple(lost)
        cap: Cap = "round" if style.stroke_linecap == "round" else "butt"
        return Pen(fill, style.fill_rule == "evenodd", stroke, cap), tuple(lost)

    def _paint(self, text: str, style: Style, opacity: str, lost: list[str]) -> Colour | None:
        full = length(opacity, 1.0, 1.0)
        if full <= 0:
            return None
        found = self._colour(text, style, lost)
        if found is not None and full < 1:
            lost.append("opacity")
        return found

    def _colour(self, text: str, style: Style, lost: list[str]) -> Colour | None:
        reference = url(text)
        if reference is None:
            return colour(style.color if text.lower() == "currentcolor" else text)
        href, fallback = reference
        node = self._tree.ids.get(href[1:]) if href.startswith("#") else None
        if node is not None and node.tag in _GRADIENTS:
            lost.append("gradient")
            return self._gradient(node)
        if node is not None and node.tag == "pattern":
            lost.append("pattern")
        else:
            lost.append("missing-reference" if href.startswith("#") else "outside-reference")
        return colour(fallback)

    def _gradient(self, node: Node) -> Colour:
        """Return the mean of the colours of a gradient's stops, which it may take from another gradient."""
        for _ in range(_MOST_LINKS):
            declared = [self._sheet.declared(stop) for stop in node.children if stop.tag == "stop"]
            stops = [colour(one.get("stop-color", "black")) or BLACK for one in declared]
            if stops:
                red, green, blue = (round(sum(channel) / len(stops)) for channel in zip(*stops, strict=True))
                return (red, green, blue)
            linked = self._tree.ids.get(node.attributes.get("href", "")[1:])
            if linked is None or linked.tag not in _GRADIENTS:
                break
            node = linked
        return BLACK
