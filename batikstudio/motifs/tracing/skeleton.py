"""The middle lines of ink as a graph: chains of pixels between the places where they meet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import Points
from batikstudio.motifs.tracing.light import Mask, labelled

_AROUND = [(dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx]
_BRIDGE_WIDTHS = 1.2
"""Two strokes that cross meet in two places a little apart; a shorter way between is one crossing…"""
_SLANT_WIDTHS, _SLANT_DEG = 4.0, 40.0
"""…and so is a longer one, as long as all four arms leave it at so small an angle."""
_SPUR_WIDTHS = 1.5
"""A shorter branch is a bump on the edge of a line."""

DISTORTED_WIDTHS = 0.6
"""Within this many widths of a meeting the middle line is pulled towards the other line."""
_LOOK_WIDTHS = 2.5
"""A direction at a meeting is taken over so many widths."""

FREE = -1
"""The node of an end that lies in the open."""


@dataclass(frozen=True, eq=False)
class Edge:
    """A chain of pixels.

    Attributes
    ----------
    points : ndarray of shape (n, 2), float64
        Centres of its pixels, (x, y) in px.
    nodes : (int, int)
        What its first and its last point lie next to; `FREE` in the open. Both `FREE` for a closed loop, too.
    closed : bool
        A loop that meets nothing.
    """

    points: Points
    nodes: tuple[int, int]
    closed: bool = False

    @property
    def length(self) -> float:
        """The way along it, px."""
        return float(np.linalg.norm(np.diff(self.points, axis=0), axis=1).sum())


@dataclass(frozen=True, eq=False)
class Graph:
    """Chains and the places where they meet.

    Attributes
    ----------
    edges : list of Edge
    places : dict of int to ndarray of shape (2,)
        The middle of each node, px.
    """

    edges: list[Edge]
    places: dict[int, Points]

    def at_nodes(self) -> dict[int, list[tuple[int, int]]]:
        """Return for each node the ends that lie at it: (edge, 0 for its start or 1 for its end)."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, edge in enumerate(self.edges):
            for side, node in enumerate(edge.nodes):
                if node != FREE:
                    found[node].append((number, side))
        return found


def graph_of(skeleton: Mask) -> Graph:
    """Return the graph of a skeleton one pixel wide, shape (H, W), pixels neighbours across corners too."""
    from scipy.ndimage import convolve

    ones = np.ones((3, 3), np.uint8)
    padded = np.pad(skeleton, 1)
    neighbours = convolve(padded.astype(np.uint8), ones, mode="constant") - padded
    meeting = padded & (neighbours >= 3)
    node_of, count = labelled(meeting)
    chain_of, chains = labelled(padded & ~meeting)
    places = _middles(node_of, count)
    rows, columns = np.nonzero(chain_of)
    members: list[list[tuple[int, int]]] = [[] for _ in range(chains + 1)]
    for number, y, x in zip(chain_of[rows, columns].tolist(), rows.tolist(), columns.tolist(), strict=True):
        members[number].append((y, x))
    edges = [_edge(pixels, node_of) for pixels in members[1:]]
    return Graph(edges, places)


def _middles(labels: NDArray[np.int32], count: int) -> dict[int, Points]:
    rows, columns = np.nonzero(labels)
    numbers = labels[rows, columns]
    sizes = np.maximum(np.bincount(numbers, minlength=count + 1), 1)
    x = np.bincount(numbers, columns, count + 1) / sizes - 0.5  # the padding's pixel, and the half to its centre
    y = np.bincount(numbers, rows, count + 1) / sizes - 0.5
    return {k: np.array([x[k], y[k]]) for k in range(1, count + 1)}


def _edge(pixels: list[tuple[int, int]], node_of: NDArray[np.int32]) -> Edge:
    """Put the pixels of a chain in order, and find what its ends touch."""
    left = set(pixels)

    def beside(pixel: tuple[int, int]) -> list[tuple[int, int]]:
        y, x = pixel
        return [(y + dy, x + dx) for dy, dx in _AROUND if (y + dy, x + dx) in left]

    start = next((pixel for pixel in pixels if len(beside(pixel)) <= 1), None)
    closed = start is None
    at: tuple[int, int] | None = pixels[0] if start is None else start
    order: list[tuple[int, int]] = []
    while at is not None:
        order.append(at)
        left.discard(at)
        at = next(iter(beside(at)), None)
    touched = [[] if closed else _nodes_beside(pixel, node_of) for pixel in (order[0], order[-1])]
    first = touched[0][0] if touched[0] else FREE
    last = touched[1][-1] if touched[1] and (len(order) > 1 or len(touched[1]) > 1) else FREE
    points = np.array(order, np.float64)[:, ::-1] - 0.5
    return Edge(points, (first, last), closed)


def _nodes_beside(pixel: tuple[int, int], node_of: NDArray[np.int32]) -> list[int]:
    y, x = pixel
    return [int(node_of[y + dy, x + dx]) for dy, dx in _AROUND if node_of[y + dy, x + dx]]


def simplified(graph: Graph, widths: NDArray[np.float32]) -> Graph:
    """Return the graph without the spurs of ragged edges, and with slanting crossings as one place.

    Parameters
    ----------
    graph : Graph
    widths : ndarray of shape (H, W)
        The width of the ink, px, at each pixel of the skeleton.
    """
    return _without_bridges(_without_spurs(graph, widths), widths)


def width_at(widths: NDArray[np.float32], place: Points) -> float:
    """Return the width of the ink near a place."""
    y, x = (min(max(int(v), 0), size - 1) for v, size in zip(place[::-1], widths.shape, strict=True))
    return float(widths[max(y - 1, 0) : y + 2, max(x - 1, 0) : x + 2].max())


def leaving(edge: Edge, side: int, place: Points, width: float) -> Points:
    """Return the unit direction in which an edge leaves a meeting at ``place``, past what the meeting distorts.

    Parameters
    ----------
    edge : Edge
    side : int
        0 where it leaves by its first point, 1 by its last.
    place : ndarray of shape (2,)
    width : float
        Of the ink there, px.
    """
    points = edge.points if side == 0 else edge.points[::-1]
    away = np.linalg.norm(points - place, axis=1)
    near, far = DISTORTED_WIDTHS * width, max(_LOOK_WIDTHS * width, 6.0)
    first = min(int(np.argmax(away > near)) if away.max() > near else 0, len(points) - 1)
    beyond = np.nonzero(away[first:] > far)[0]
    last = first + int(beyond[0]) if len(beyond) else len(points) - 1
    direction = points[last] - (points[first] if last > first else place)
    size = float(np.linalg.norm(direction))
    unit: Points = direction / size if size else np.array([1.0, 0.0])
    return unit


def _without_spurs(graph: Graph, widths: NDArray[np.float32]) -> Graph:
    degree = {node: len(ends) for node, ends in graph.at_nodes().items()}
    spurs = []
    for number, edge in enumerate(graph.edges):
        first, last = edge.nodes
        if (first == FREE) == (last == FREE):
            continue
        node = max(first, last)
        place = graph.places[node]
        reach = edge.length + float(np.linalg.norm(edge.points[0 if first == node else -1] - place))
        if reach < _SPUR_WIDTHS * width_at(widths, place):
            spurs.append((reach, number, node))
    dropped = set()
    for _, number, node in sorted(spurs):  # the shortest first: where two ends are left, neither is a spur
        if degree[node] > 2:
            degree[node] -= 1
            dropped.add(number)
    return Graph([edge for k, edge in enumerate(graph.edges) if k not in dropped], graph.places)


def _without_bridges(graph: Graph, widths: NDArray[np.float32]) -> Graph:
    joined = {node: node for node in graph.places}

    def root(node: int) -> int:
        while node != FREE and joined[node] != node:
            node = joined[node]
        return node

    kept = []
    ends_at = graph.at_nodes()
    for number in sorted(range(len(graph.edges)), key=lambda k: graph.edges[k].length):
        edge = graph.edges[number]
        first, last = (root(node) for node in edge.nodes)
        if FREE not in (first, last) and first != last and _is_bridge(graph, number, ends_at, widths):
            joined[last] = first
        else:
            kept.append(edge)
    members: dict[int, list[Points]] = defaultdict(list)
    for node, place in graph.places.items():
        members[root(node)].append(place)
    places = {node: np.mean(points, axis=0) for node, points in members.items()}
    edges = [Edge(one.points, (root(one.nodes[0]), root(one.nodes[1])), one.closed) for one in kept]
    return Graph(edges, places)


def _is_bridge(
    graph: Graph, number: int, ends_at: dict[int, list[tuple[int, int]]], widths: NDArray[np.float32]
) -> bool:
    """Whether an edge is not a stroke of its own but where two others lie on each other."""
    edge = graph.edges[number]
    if min(len(ends_at[node]) for node in edge.nodes) < 3:
        return False
    a, b = (graph.places[node] for node in edge.nodes)
    width = max(width_at(widths, a), width_at(widths, b))
    if edge.length + 2 < _BRIDGE_WIDTHS * width:
        return True
    if edge.length + 2 > _SLANT_WIDTHS * width or max(len(ends_at[node]) for node in edge.nodes) > 3:
        return False
    along = (b - a) / max(float(np.linalg.norm(b - a)), 1e-9)
    for node, place, outward in zip(edge.nodes, (a, b), (-along, along), strict=True):
        arms = [leaving(graph.edges[k], side, place, width) for k, side in ends_at[node] if k != number]
        if any(float(arm @ outward) < np.cos(np.radians(_SLANT_DEG)) for arm in arms):
            return False
    return True
