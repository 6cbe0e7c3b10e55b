"""Which paint an element has: attributes, a small part of CSS, and what is inherited."""

from __future__ import annotations

from typing import NamedTuple

from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.limits import LONGEST_ATTRIBUTE
from batikstudio.motifs.svg.tree import STYLED, Node

Declared = dict[str, str]


class Style(NamedTuple):
    """The inherited properties, as text, with the initial values of SVG."""

    fill: str = "black"
    stroke: str = "none"
    stroke_width: str = "1"
    stroke_linecap: str = "butt"
    stroke_linejoin: str = "miter"
    stroke_miterlimit: str = "4"
    stroke_dasharray: str = "none"
    stroke_dashoffset: str = "0"
    fill_rule: str = "nonzero"
    clip_rule: str = "nonzero"
    fill_opacity: str = "1"
    stroke_opacity: str = "1"
    color: str = "black"
    visibility: str = "visible"
    paint_order: str = "normal"

    def inherited_by(self, declared: Declared) -> Style:
        """Return the style of an element that lies in this one and declares something itself."""
        own = {_FIELD_OF[name]: value for name, value in declared.items() if name in _FIELD_OF and value != "inherit"}
        return self._replace(**own) if own else self


_FIELD_OF = {field.replace("_", "-"): field for field in Style._fields}


class StyleSheet:
    """The rules of the ``style`` elements whose selector is one element name, one class, one id or ``*``.

    Every other rule is left out and counted. Rules are kept merged by selector, so that applying them takes the same
    time however many there are.
    """

    def __init__(self, text: str, tally: Tally) -> None:
        self._rules: dict[str, dict[str, tuple[bool, int, int, str]]] = {}
        order = 0
        for block in _without_comments(text).split("}"):
            selectors, brace, body = block.partition("{")
            before, _, selectors = selectors.rpartition(";")  # an @import or @charset before the selector
            if before.strip():
                tally.add("style-rule")
            if not brace:
                continue
            if "@" in selectors or "{" in body:
                tally.add("style-rule")
                continue
            declarations = _declarations(body)
            for selector in selectors.split(","):
                order += 1
                self._add(selector.strip(), declarations, order, tally)

    def _add(self, selector: str, declarations: list[tuple[str, str, bool]], order: int, tally: Tally) -> None:
        name = selector[1:] if selector[:1] in (".", "#") else selector
        if selector != "*" and not name.replace("-", "").replace("_", "").isalnum():
            if selector:
                tally.add("style-rule")
            return
        weight = {"*": 0, ".": 2, "#": 3}.get(selector[0], 1)
        rules = self._rules.setdefault(selector, {})
        for prop, value, important in declarations:
            rank = (important, weight, order, value)
            if prop not in rules or rules[prop][:3] <= rank[:3]:
                rules[prop] = rank

    def declared(self, node: Node) -> Declared:
        """Return the properties that an element has from its attributes, the sheet and its ``style``, in that order."""
        attributes = node.attributes
        declared = {name: value for name, value in attributes.items() if name in STYLED}
        inline = _declarations(attributes["style"]) if "style" in attributes else []
        if not self._rules:
            return declared | {prop: value for prop, value, _ in inline} if inline else declared
        best: dict[str, tuple[bool, int, int, str]] = {}
        keys = ["*", node.tag, *(f".{name}" for name in attributes.get("class", "").split())]
        for key in (*keys, f"#{attributes.get('id', '')}"):
            for prop, rank in self._rules.get(key, {}).items():
                if prop not in best or best[prop][:3] <= rank[:3]:
                    best[prop] = rank
        for prop, value, important in inline:
            if prop not in best or important or not best[prop][0]:
                best[prop] = (important, 4, 0, value)
        return declared | {prop: rank[3] for prop, rank in best.items()}


def _declarations(text: str) -> list[tuple[str, str, bool]]:
    """Return (property, value, important) of the properties that are read, the last of a name last."""
    found = []
    for entry in text.split(";"):
        name, colon, value = entry.partition(":")
        name, value = name.strip().lower(), value.strip()
        if colon and value and name in STYLED and (len(value) <= LONGEST_ATTRIBUTE or name == "transform"):
            important = value.lower().endswith("!important")
            found.append((name, value[:-10].strip() if important else value, important))
    return found


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("/*", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("*/", start + 2)
        if end < 0:
            return "".join(kept)
        at = end + 2
    kept.append(text[at:])
    return "".join(kept)
