"""The XML of a stranger's drawing as a small tree, read by expat with limits kept while it streams."""

from __future__ import annotations

import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from batikstudio.base.errors import BatikError
from batikstudio.motifs.svg.left_out import Tally
from batikstudio.motifs.svg.limits import (
    LONGEST_ATTRIBUTE,
    MOST_BYTES,
    MOST_DEPTH,
    MOST_ELEMENTS,
    MOST_METADATA_CHARACTERS,
)

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
GROUPS = frozenset({"svg", "g", "a", "switch"})
_READ = SHAPES | GROUPS | {"defs", "symbol", "use", "clipPath", "linearGradient", "radialGradient", "stop"}
_NAMED_ONLY = frozenset({"pattern", "mask", "marker", "filter"})
_TOLD = {
    "text": "text",
    "flowRoot": "text",
    "image": "image",
    "script": "script",
    "foreignObject": "foreignObject",
    "animate": "animation",
    "animateMotion": "animation",
    "animateTransform": "animation",
    "set": "animation",
}
_STYLED_WORDS = """
    fill stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
    fill-rule clip-rule fill-opacity stroke-opacity opacity color visibility display overflow paint-order clip-path
    mask filter marker marker-start marker-mid marker-end vector-effect transform stop-color stop-opacity
"""
STYLED = frozenset(_STYLED_WORDS.split())
"""The properties that are read, as attributes, in ``style`` and in style sheets."""
_OTHER_WORDS = """
    id class style d points x y width height rx ry cx cy r x1 y1 x2 y2 viewBox preserveAspectRatio href
    pathLength clipPathUnits data-kind data-role inkscape:label
"""
_KEPT = STYLED | frozenset(_OTHER_WORDS.split())
_LONG = frozenset({"d", "points", "style", "transform"})


@dataclass(slots=True)
class Node:
    """One element that is read: its name without prefix, the attributes that matter, and its children in order."""

    index: int
    tag: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)


@dataclass(frozen=True)
class Tree:
    """The elements of a drawing; ``nodes[0]`` is the outermost ``svg``.

    Attributes
    ----------
    nodes : list of Node
        At their ``index``, in document order.
    ids : dict of str to Node
        The first element that has the id.
    style_sheet : str
        The text of all ``style`` elements.
    metadata : str
        The text that stands directly in ``metadata``.
    """

    nodes: list[Node]
    ids: dict[str, Node]
    style_sheet: str
    metadata: str


def read_tree(data: bytes, tally: Tally) -> Tree:
    """Read the XML of an SVG, plain or gzipped.

    Raises
    ------
    BatikError
        ``svg.too_large``, ``svg.not_xml``, ``svg.not_svg``, ``svg.entities``, ``svg.too_deep`` or
        ``svg.too_many_elements``.
    """
    handler = _Handler(tally)
    _parse(data, handler)
    return Tree(handler.nodes, handler.ids, "\n".join(handler.sheets), "".join(handler.metadata).strip())


def _parse(data: bytes, handler: _Handler) -> None:
    data = _unpacked(data)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _on_doctype
    parser.EntityDeclHandler = _on_entity
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BatikError("svg.not_xml", line=error.lineno, column=error.offset + 1) from None
    except (LookupError, UnicodeError, ValueError):  # what Python's codecs say of a declared encoding
        raise BatikError("svg.not_xml", line=1, column=1) from None


def read_metadata(data: bytes) -> str:
    """Return the text of an SVG's ``metadata`` without reading past it; empty if there is none.

    Raises
    ------
    BatikError
        As `read_tree`, for what stands before the end of the metadata.
    """
    handler = _MetadataHandler(Tally())
    with suppress(_MetadataRead):
        _parse(data, handler)
    return "".join(handler.metadata).strip()


def _unpacked(data: bytes) -> bytes:
    if data[:2] == b"\x1f\x8b":
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, MOST_BYTES + 1)
        except zlib.error:
            raise BatikError("svg.not_xml", line=1, column=1) from None
    if len(data) > MOST_BYTES:
        raise BatikError("svg.too_large", limit_mib=MOST_BYTES // 1024**2)
    return data


def _on_doctype(_name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
    if has_internal_subset:
        raise BatikError("svg.entities")


def _on_entity(*_declaration: object) -> NoReturn:
    raise BatikError("svg.entities")


class _Handler:
    """Takes expat's events. Elements that are not read are passed over with all that is in them, but still counted."""

    def __init__(self, tally: Tally) -> None:
        self.nodes: list[Node] = []
        self.ids: dict[str, Node] = {}
        self.sheets: list[str] = []
        self.metadata: list[str] = []
        self._tally = tally
        self._open: list[Node] = []
        self._depth = 0
        self._elements = 0
        self._passed_from = 0  # the depth of the element that is passed over; 0 while reading
        self._text_for: list[str] | None = None
        self._text_room = 0
        self._prefix = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > MOST_DEPTH:
            raise BatikError("svg.too_deep", limit=MOST_DEPTH)
        if self._elements > MOST_ELEMENTS:
            raise BatikError("svg.too_many_elements", limit=MOST_ELEMENTS)
        if self._passed_from:
            return
        if not self._open:
            self._prefix = name[: name.find(":") + 1]
            if name[len(self._prefix) :] != "svg":
                raise BatikError("svg.not_svg", element=name[:40])
        tag = name[len(self._prefix) :] if name.startswith(self._prefix) else name
        if tag in _READ:
            self._take(tag, attributes)
        else:
            self._pass_over(tag, attributes)

    def _take(self, tag: str, attributes: dict[str, str]) -> None:
        kept = {
            name: value
            for name, value in attributes.items()
            if name in _KEPT and (len(value) <= LONGEST_ATTRIBUTE or name in _LONG)
        }
        if len(kept) < len(attributes) and "href" not in kept:
            linked = [value for name, value in attributes.items() if name.endswith(":href")]  # xlink, under any prefix
            if linked:
                kept["href"] = linked[0][:LONGEST_ATTRIBUTE]
        node = self._named(tag, kept)
        if self._open:
            self._open[-1].children.append(node)
        self._open.append(node)

    def _named(self, tag: str, kept: dict[str, str]) -> Node:
        node = Node(len(self.nodes), tag, kept)
        self.nodes.append(node)
        if "id" in kept:
            self.ids.setdefault(kept["id"], node)
        return node

    def _pass_over(self, tag: str, attributes: dict[str, str]) -> None:
        self._passed_from = self._depth
        if tag == "text" and self._open[-1].tag == "clipPath":
            self._open[-1].attributes["unread"] = tag
        if tag in _NAMED_ONLY and "id" in attributes:
            self._named(tag, {"id": attributes["id"]})
        elif tag in _TOLD:
            self._tally.add(_TOLD[tag])
        elif tag == "style":
            self._text_for, self._text_room = self.sheets, MOST_BYTES
        elif tag == "metadata":
            self._text_for, self._text_room = self.metadata, MOST_METADATA_CHARACTERS

    def end(self, _name: str) -> None:
        if not self._passed_from:
            self._open.pop()
        elif self._passed_from == self._depth:
            self._passed_from, self._text_for = 0, None
        self._depth -= 1

    def text(self, text: str) -> None:
        if self._text_for is not None and self._depth == self._passed_from and len(text) <= self._text_room:
            self._text_room -= len(text)
            self._text_for.append(text)


class _MetadataRead(Exception):  # noqa: N818 - not an error: nothing more is wanted
    """The metadata has been read."""


class _MetadataHandler(_Handler):
    """Stops at the end of the first ``metadata``."""

    def end(self, name: str) -> None:
        ended = self._text_for is self.metadata and self._passed_from == self._depth
        super().end(name)
        if ended:
            raise _MetadataRead
