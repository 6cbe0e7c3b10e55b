"""From styles as text to pens: what is filled, what is stroked, with which colour."""

from __future__ import annotations

from typing import NamedTuple

from batikstudio.motifs.svg.drawing import Cap, Pen
from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.paint import BLACK, Colour, colour, opacity_of, over_white, url
from batikstudio.motifs.svg.style import Style, StyleSheet
from batikstudio.motifs.svg.transform import length
from batikstudio.motifs.svg.tree import Node, Tree

TRANSPARENT = 0.05
"""What lets more than the rest of this through cannot be seen on cloth."""
_SOFT = {"linearGradient": 0.35, "radialGradient": 0.6}
"""What fades out and is no stronger than this as a whole is a soft shadow or a shine, which no wax can draw. What fades
to one side only may also be a shape of which a drawing program filled one end."""
_GRADIENTS = ("linearGradient", "radialGradient")
_MOST_LINKS = 16


class _Paint(NamedTuple):
    colour: Colour
    opacity: float
    softest: float = 0.0


class Pens:
    """Gives the pen of a style; each different style is worked out once."""

    def __init__(self, tree: Tree, sheet: StyleSheet, tally: Tally) -> None:
        self._tree = tree
        self._sheet = sheet
        self._tally = tally
        self._known: dict[tuple[Style, float], tuple[Pen | None, tuple[str, ...]]] = {}

    def pen(self, style: Style, opacity: float) -> Pen | None:
        """Return the pen of a shape, or None if nothing of it can be seen; what it loses is counted for each shape.

        Parameters
        ----------
        style : Style
        opacity : float
            Of the shape and all groups around it together, 0 to 1.
        """
        key = style, opacity
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._made(style, opacity)
        for kind in known[1]:
            self._tally.add(kind)
        return known[0]

    def _made(self, style: Style, opacity: float) -> tuple[Pen | None, tuple[str, ...]]:
        if style.visibility in ("hidden", "collapse"):
            return None, ("hidden",)
        lost: list[str] = []
        fill = self._seen(style.fill, style, style.fill_opacity, opacity, lost)
        stroke = self._seen(style.stroke, style, style.stroke_opacity, opacity, lost)
        if fill is None and stroke is None:
            return None, tuple(lost)
        return Pen(fill, style.fill_rule == "evenodd", stroke, _cap(style)), tuple(lost)

    def _seen(self, text: str, style: Style, own: str, around: float, lost: list[str]) -> Colour | None:
        """Return the colour of a paint as it looks on white; None where it is none or lets nearly all through."""
        opacity = length(own, 1.0, 1.0)
        if opacity <= 0:
            return None
        paint = self._paint(text, style, lost)
        if paint is None:
            return None
        whole = min(opacity, 1.0) * paint.opacity * around
        if whole < TRANSPARENT:
            lost.append("hidden")
            return None
        if whole < paint.softest:
            lost.append("soft-shade")
            return None
        if opacity < 1 or paint.opacity < 1:
            lost.append("opacity")
        return over_white(paint.colour, whole)

    def _paint(self, text: str, style: Style, lost: list[str]) -> _Paint | None:
        reference = url(text)
        if reference is None:
            text = style.color if text.lower() == "currentcolor" else text
            found = colour(text)
            return _Paint(found, opacity_of(text)) if found is not None and opacity_of(text) > 0 else None
        href, fallback = reference
        node = self._tree.ids.get(href[1:]) if href.startswith("#") else None
        if node is not None and node.tag in _GRADIENTS:
            lost.append("gradient")
            return self._gradient(node, style)
        if node is not None and node.tag == "pattern":
            lost.append("pattern")
        else:
            lost.append("missing-reference" if href.startswith("#") else "outside-reference")
        found = colour(style.color if fallback.lower() == "currentcolor" else fallback)
        return _Paint(found, 1.0) if found is not None else None

    def _gradient(self, node: Node, style: Style) -> _Paint:
        """Return the mean of a gradient's stops, weighed by how opaque they are; it may take them from another one."""
        softest = _SOFT[node.tag]
        for _ in range(_MOST_LINKS):
            stops = [_stop(self._sheet.declared(stop), style.color) for stop in node.children if stop.tag == "stop"]
            if stops:
                whole = sum(stop.opacity for stop in stops)
                weights = [stop.opacity / whole if whole > 0 else 1 / len(stops) for stop in stops]
                red, green, blue = (
                    round(sum(weight * stop.colour[k] for weight, stop in zip(weights, stops, strict=True)))
                    for k in range(3)
                )
                fades = min(stop.opacity for stop in stops) < TRANSPARENT
                return _Paint((red, green, blue), whole / len(stops), softest if fades else 0.0)
            linked = self._tree.ids.get(node.attributes.get("href", "")[1:])
            if linked is None or linked.tag not in _GRADIENTS:
                break
            node = linked
        return _Paint(BLACK, 1.0)


def _stop(declared: dict[str, str], current: str) -> _Paint:
    text = declared.get("stop-color", "black")
    text = declared.get("color", current) if text.lower() == "currentcolor" else text
    opacity = min(max(length(declared.get("stop-opacity"), 1.0, 1.0), 0.0), 1.0)
    return _Paint(colour(text) or BLACK, opacity * opacity_of(text))


def _cap(style: Style) -> Cap:
    return "round" if style.stroke_linecap == "round" else "butt"
