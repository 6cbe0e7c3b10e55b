"""How large a drawing becomes once every ``use`` is followed, counted before any is."""

from __future__ import annotations

from collections.abc import Iterator

from batikstudio.base.errors import BatikError
from batikstudio.motifs.svg.limits import MOST_ELEMENTS, MOST_USES
from batikstudio.motifs.svg.tree import GROUPS, SHAPES, Node, Tree

_NEW, _OPEN, _DONE = 0, 1, 2


def target(tree: Tree, node: Node) -> Node | None:
    """Return the element of this file that a ``use`` repeats; None where it points nowhere or outside."""
    href = node.attributes.get("href", "").strip()
    found = tree.ids.get(href[1:]) if href.startswith("#") else None
    return found if found is not None and (found.tag in SHAPES or found.tag in GROUPS | {"symbol", "use"}) else None


def drawn_children(node: Node) -> Iterator[Node]:
    """Yield the children that are drawn where they stand."""
    for child in node.children:
        if child.tag in SHAPES or child.tag in GROUPS or child.tag == "use":
            yield child


def cut_cycles(tree: Tree) -> frozenset[int]:
    """Return the indices of the ``use`` elements that would repeat themselves, after weighing what the others draw.

    A walk over the graph of elements and their references without recursion: an element is open while what it draws is
    being weighed, and a ``use`` of an open element closes a cycle.

    Raises
    ------
    BatikError
        ``svg.too_many_uses`` or ``svg.too_many_elements`` if the drawing would be larger than the limits.
    """
    state = bytearray(len(tree.nodes))
    uses, elements = [0] * len(tree.nodes), [0] * len(tree.nodes)
    cut: set[int] = set()
    stack = [tree.nodes[0]]
    while stack:
        node = stack[-1]
        at = node.index
        if state[at] == _NEW:
            state[at] = _OPEN
            for part in _drawn_by(tree, node):
                if state[part.index] == _NEW:
                    stack.append(part)
                elif state[part.index] == _OPEN:
                    cut.add(at)
            continue
        stack.pop()
        if state[at] == _OPEN:
            state[at] = _DONE
            parts = [part.index for part in _drawn_by(tree, node)] if at not in cut else []
            # Past the limit the exact count does not matter, and must not grow without end.
            uses[at] = min(sum(uses[part] for part in parts) + (node.tag == "use"), MOST_USES + 1)
            elements[at] = min(sum(elements[part] for part in parts) + 1, MOST_ELEMENTS + 1)
    if uses[0] > MOST_USES:
        raise BatikError("svg.too_many_uses", limit=MOST_USES)
    if elements[0] > MOST_ELEMENTS:
        raise BatikError("svg.too_many_elements", limit=MOST_ELEMENTS)
    return frozenset(cut)


def _drawn_by(tree: Tree, node: Node) -> Iterator[Node]:
    if node.tag == "use":
        found = target(tree, node)
        if found is not None:
            yield found
    else:
        yield from drawn_children(node)
