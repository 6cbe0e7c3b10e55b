"""Strokes out of a graph of middle lines: a line goes straight on where it meets others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import Points
from batikstudio.motifs.tracing.light import Mask
from batikstudio.motifs.tracing.skeleton import DISTORTED_WIDTHS, FREE, Graph, leaving, width_at

_STRAIGHTEST_DEG = 50.0
"""A line that bends by more where it meets others ends there."""

End = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Strand:
    """One stroke as it was drawn, in px.

    Attributes
    ----------
    points : ndarray of shape (n, 2)
        Along its middle.
    widths : ndarray of shape (m,)
        Of the ink at the places where it is undisturbed; at least one.
    closed : bool
        Its first point is then not repeated.
    """

    points: Points
    widths: NDArray[np.float32]
    closed: bool


def strands(graph: Graph, widths: NDArray[np.float32], ink: Mask) -> list[Strand]:
    """Return every stroke of a graph; each edge belongs to one.

    Parameters
    ----------
    graph : Graph
    widths : ndarray of shape (H, W), float32
        Width of the ink at its middle, px.
    ink : ndarray of shape (H, W), bool
        Free ends are drawn out to where it ends, less a round cap.
    """
    partner = _partners(graph, widths)
    found, used = [], set()
    starts = [(k, s) for k in range(len(graph.edges)) for s in (0, 1) if (k, s) not in partner]
    for start in [*starts, *((k, 0) for k in range(len(graph.edges)))]:  # open strokes first, then rings
        if start[0] in used:
            continue
        chain, at, closed = [], start, False
        while at[0] not in used:
            used.add(at[0])
            chain.append(at)
            following = partner.get((at[0], 1 - at[1]))
            if following is None:
                break
            at = following
            closed = at == start
        found.append(_strand(graph, chain, closed, widths, ink))
    return found


def _partners(graph: Graph, widths: NDArray[np.float32]) -> dict[End, End]:
    """Return which end goes on in which at every meeting."""
    found: dict[End, End] = {}
    for node, ends in graph.at_nodes().items():
        if len(ends) == 2:
            found[ends[0]], found[ends[1]] = ends[1], ends[0]
            continue
        place = graph.places[node]
        width = width_at(widths, place)
        away = {end: leaving(graph.edges[end[0]], end[1], place, width) for end in ends}
        bends = sorted(
            (float(np.degrees(np.arccos(np.clip(-away[a] @ away[b], -1, 1)))), a, b)
            for i, a in enumerate(ends)
            for b in ends[i + 1 :]
        )
        for bend, a, b in bends:
            if bend < _STRAIGHTEST_DEG and a not in found and b not in found:
                found[a], found[b] = b, a
    return found


def _strand(graph: Graph, chain: list[End], closed: bool, widths: NDArray[np.float32], ink: Mask) -> Strand:
    runs, measured = [], []
    for place_in_chain, (number, side) in enumerate(chain):
        edge = graph.edges[number]
        points = edge.points if side == 0 else edge.points[::-1]
        nodes = edge.nodes if side == 0 else edge.nodes[::-1]
        keep = np.ones(len(points), bool)
        for node in nodes:
            if node != FREE:
                keep &= np.linalg.norm(points - graph.places[node], axis=1) > DISTORTED_WIDTHS * width_at(
                    widths, graph.places[node]
                )
        inner = points[keep] if keep.any() else points[len(points) // 2 : len(points) // 2 + 1]
        at = inner.astype(np.int64)
        measured.append(widths[at[:, 1], at[:, 0]])
        if place_in_chain == 0 and not closed and nodes[0] != FREE:
            runs.append(graph.places[nodes[0]][None])
        runs.append(inner)
        if place_in_chain == len(chain) - 1 and not closed and nodes[1] != FREE:
            runs.append(graph.places[nodes[1]][None])
    line = np.concatenate(runs)
    ring = closed or (len(chain) == 1 and graph.edges[chain[0][0]].closed)
    width = float(np.median(np.concatenate(measured)))
    if not ring:
        first, last = chain[0], chain[-1]
        if graph.edges[first[0]].nodes[first[1]] == FREE:
            line = np.vstack((_drawn_out(line, ink, width), line))
        if graph.edges[last[0]].nodes[1 - last[1]] == FREE:
            line = np.vstack((line, _drawn_out(line[::-1], ink, width)))
    return Strand(line, np.concatenate(measured), ring)


def _drawn_out(line: Points, ink: Mask, width: float) -> Points:
    """Return the point before a free end to which a round cap must move so that it reaches the end of the ink."""
    inside = line[min(len(line) - 1, max(round(1.5 * width), 4))]
    along = line[0] - inside
    size = float(np.linalg.norm(along))
    if not size:
        return np.empty((0, 2))
    way = np.arange(0.0, 2 * width + 1.0, 0.25)
    at = (line[0] + way[:, None] * along / size).astype(np.int64)
    at = np.clip(at, 0, np.array(ink.shape[::-1]) - 1)
    blank = np.nonzero(~ink[at[:, 1], at[:, 0]])[0]
    room = (float(way[blank[0]]) if len(blank) else 0.0) - width / 2
    return line[:1] + room * along / size if room > 0.25 else np.empty((0, 2))
