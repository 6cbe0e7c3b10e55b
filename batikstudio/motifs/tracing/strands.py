"""Strokes out of a graph of middle lines: a line goes straight on where it meets others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import Points
from batikstudio.motifs.tracing.light import Mask
from batikstudio.motifs.tracing.skeleton import DISTORTED_WIDTHS, FREE, Graph, leaving, width_at

_STRAIGHTEST_DEG = 50.0
"""A line that bends by more where it meets others ends there."""

_FIT_FROM, _FIT_TO = 0.8, 5.0
"""Where four arms meet, lines are told from one another by the arms between so many widths from their beginnings."""
_GAP_WIDTHS, _LONG_TO_GAP, _FACING_DEG = 3.0, 4.0, 35.0
"""A gap of up to so many widths is closed between lines so many times longer that point at each other so well."""
_SHARPEST_DEG = 80.0
"""Two arms that bend by more are no line."""
_LEAST_FIT_POINTS, _FIT_DEGREE = 4, 2

End = tuple[int, int]
Bridges = dict[tuple[End, End], Points]
"""What lies between the two arms of one line at a meeting, from the first arm to the second."""


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
    free : (bool, bool)
        Whether its start and its end lie in the open.
    """

    points: Points
    widths: NDArray[np.float32]
    closed: bool
    free: tuple[bool, bool]

    @property
    def length(self) -> float:
        """The way along it, px."""
        return float(np.linalg.norm(np.diff(self.points, axis=0), axis=1).sum())


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
    partner, bridges = _partners(graph, widths)
    drawn = [
        _strand(graph, chain, closed, widths, ink, bridges) for chain, closed in _followed(len(graph.edges), partner)
    ]
    return _without_gaps(drawn)


def _followed(count: int, partner: dict[End, End]) -> Iterator[tuple[list[End], bool]]:
    """Yield chains of pieces, each piece in one, by the ends at which they begin; and whether they come back."""
    used: set[int] = set()
    starts = [(k, side) for k in range(count) for side in (0, 1) if (k, side) not in partner]
    for start in [*starts, *((k, 0) for k in range(count))]:  # open ones first, then rings
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
        yield chain, closed


def _without_gaps(drawn: list[Strand]) -> list[Strand]:
    """Join strands whose free ends point at each other over a short gap: a pencil skips, and a contour must be closed.

    Dashes that are no longer than some gaps are meant.
    """
    ends = [(k, side) for k, one in enumerate(drawn) for side in (0, 1) if one.free[side]]
    partner: dict[End, End] = {}
    if len(ends) >= 2:
        for _, a, b in sorted(_facing(drawn, ends)):
            if a not in partner and b not in partner:
                partner[a], partner[b] = b, a
    found = []
    for chain, closed in _followed(len(drawn), partner):
        if len(chain) == 1 and not closed:
            found.append(drawn[chain[0][0]])
            continue
        runs = [drawn[k].points if side == 0 else drawn[k].points[::-1] for k, side in chain]
        (first, side), (last, entered) = chain[0], chain[-1]
        free = (False, False) if closed else (drawn[first].free[side], drawn[last].free[1 - entered])
        found.append(Strand(np.concatenate(runs), np.concatenate([drawn[k].widths for k, _ in chain]), closed, free))
    return found


def _facing(drawn: list[Strand], ends: list[End]) -> Iterator[tuple[float, End, End]]:
    from scipy.spatial import cKDTree

    tips = np.array([drawn[k].points[-side] for k, side in ends])
    outward = [_outward(drawn[k], side) for k, side in ends]
    widths = [float(np.median(drawn[k].widths)) for k, _ in ends]
    lengths = [drawn[k].length for k, _ in ends]
    for i, j in cKDTree(tips).query_pairs(_GAP_WIDTHS * max(widths)):
        gap = tips[j] - tips[i]
        size = float(np.linalg.norm(gap))
        width = (widths[i] + widths[j]) / 2
        if size > _GAP_WIDTHS * width or min(lengths[i], lengths[j]) < _LONG_TO_GAP * max(size, width):
            continue
        across = gap / size if size > width else (outward[i] - outward[j]) / 2
        if min(float(outward[i] @ across), float(-outward[j] @ across)) > np.cos(np.radians(_FACING_DEG)):
            yield size, ends[i], ends[j]


def _outward(strand: Strand, side: int) -> Points:
    """Return the unit direction in which a strand would go on past an end."""
    points = strand.points if side == 0 else strand.points[::-1]
    back = points[min(max(round(2.5 * float(np.median(strand.widths))), 6), len(points) - 1)]
    direction = points[0] - back
    unit: Points = direction / (float(np.linalg.norm(direction)) or 1.0)
    return unit


def _partners(graph: Graph, widths: NDArray[np.float32]) -> tuple[dict[End, End], Bridges]:
    """Return which end goes on in which at every meeting, and the way between where it is not plainly straight."""
    found: dict[End, End] = {}
    bridges: Bridges = {}
    for node, ends in graph.at_nodes().items():
        if len(ends) == 2:
            found[ends[0]], found[ends[1]] = ends[1], ends[0]
            continue
        place = graph.places[node]
        width = width_at(widths, place)
        if len(ends) == 4:
            pairs = _two_lines(graph, ends, place, width)
            for (a, b), between in pairs.items():
                found[a], found[b] = b, a
                bridges[a, b], bridges[b, a] = between, between[::-1]
            if pairs:
                continue
        away = {end: leaving(graph.edges[end[0]], end[1], place, width) for end in ends}
        bends = sorted(
            (float(np.degrees(np.arccos(np.clip(-away[a] @ away[b], -1, 1)))), a, b)
            for i, a in enumerate(ends)
            for b in ends[i + 1 :]
        )
        for bend, a, b in bends:
            if bend < _STRAIGHTEST_DEG and a not in found and b not in found:
                found[a], found[b] = b, a
    return found, bridges


def _two_lines(graph: Graph, ends: list[End], place: Points, width: float) -> Bridges:
    """Return the two lines that four arms make, those along which the arms are smoothest.

    So two ovals that touch stay two ovals, and two lines that cross stay two lines. Two arms that bend sharply, such as
    the veins on both sides of a rib, are no line. Nothing where the arms are too short to tell.
    """
    arms = {end: _arm(graph, end, width) for end in ends}
    if min(len(arm) for arm in arms.values()) < _LEAST_FIT_POINTS:
        return {}
    a, b, c, d = ends
    best, chosen = np.inf, {}
    for pairing in (((a, b), (c, d)), ((a, c), (b, d)), ((a, d), (b, c))):
        fits = {pair: _between(arms[pair[0]], arms[pair[1]]) for pair in pairing}
        cost = sum(fit[0] for fit in fits.values())
        if cost < best:
            best, chosen = cost, {pair: fit[1] for pair, fit in fits.items()}
    return {pair: way for pair, way in chosen.items() if _bend_deg(*(arms[end] for end in pair)) < _SHARPEST_DEG}


def _bend_deg(one: Points, other: Points) -> float:
    """Return by how much a line turns between the near parts of two arms: a bow turns less there than over all."""
    near, further = (max(len(arm) // 3, _LEAST_FIT_POINTS - 1) for arm in (one, other))
    into, out = one[0] - one[near], other[further] - other[0]
    size = float(np.linalg.norm(into) * np.linalg.norm(out))
    return float(np.degrees(np.arccos(np.clip(into @ out / size, -1, 1)))) if size else 180.0


def _arm(graph: Graph, end: End, width: float) -> Points:
    """Return the points of an edge that tell where it came from, the nearest to the meeting first."""
    edge, side = graph.edges[end[0]], end[1]
    points = edge.points if side == 0 else edge.points[::-1]
    way = np.arange(len(points))
    half = len(points) // 2 if graph.edges[end[0]].nodes[0] == graph.edges[end[0]].nodes[1] else len(points)
    return points[(way >= _FIT_FROM * width) & (way <= _FIT_TO * width) & (way < half)]


def _between(one: Points, other: Points) -> tuple[float, Points]:
    """Return how badly a parabola runs along two arms, px, and its points between them."""
    start, end = one[-1], other[-1]
    along = end - start
    length = float(np.linalg.norm(along))
    if length < 1e-9:
        return np.inf, np.empty((0, 2))
    along = along / length
    frame = np.stack((along, (-along[1], along[0])), axis=1)
    local = (np.vstack((one, other)) - start) @ frame / length
    gap = (local[0, 0], local[len(one), 0])
    if gap[1] <= gap[0]:  # the arms lie beside each other: no line turns back on itself
        return np.inf, np.empty((0, 2))
    powers = local[:, :1] ** np.arange(_FIT_DEGREE + 1)
    terms = np.linalg.lstsq(powers, local[:, 1], rcond=None)[0]
    away = local[:, 1] - powers @ terms
    x = np.linspace(*gap, max(round((gap[1] - gap[0]) * length), 2))[1:-1]
    y = x[:, None] ** np.arange(_FIT_DEGREE + 1) @ terms
    return float(np.sqrt((away**2).mean())) * length, start + np.column_stack((x, y)) * length @ frame.T


def _strand(
    graph: Graph, chain: list[End], closed: bool, widths: NDArray[np.float32], ink: Mask, bridges: Bridges
) -> Strand:
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
        before = chain[place_in_chain - 1]
        between = bridges.get(((before[0], 1 - before[1]), (number, side)))
        after = chain[(place_in_chain + 1) % len(chain)]
        goes_on = place_in_chain < len(chain) - 1 or closed
        if between is not None and (place_in_chain or closed):
            runs.append(between)
        cut = [
            (place_in_chain > 0 or closed) and between is not None,
            goes_on and ((number, 1 - side), after) in bridges,
        ]
        runs.append(_shortened(points, inner, cut, graph, nodes, widths))
        if place_in_chain == len(chain) - 1 and not closed and nodes[1] != FREE:
            runs.append(graph.places[nodes[1]][None])
    line = np.concatenate(runs)
    ring = closed or (len(chain) == 1 and graph.edges[chain[0][0]].closed)
    width = float(np.median(np.concatenate(measured)))
    first, last = chain[0], chain[-1]
    free = (
        not ring and graph.edges[first[0]].nodes[first[1]] == FREE,
        not ring and graph.edges[last[0]].nodes[1 - last[1]] == FREE,
    )
    if free[0]:
        line = np.vstack((_drawn_out(line, ink, width), line))
    if free[1]:
        line = np.vstack((line, _drawn_out(line[::-1], ink, width)))
    return Strand(line, np.concatenate(measured), ring, free)


def _shortened(
    points: Points,
    inner: Points,
    cut: list[bool],
    graph: Graph,
    nodes: tuple[int, ...],
    widths: NDArray[np.float32],
) -> Points:
    """Return an edge without the ends that a fitted bridge takes the place of."""
    if not any(cut):
        return inner
    way = np.arange(len(points))
    keep = np.ones(len(points), bool)
    for side, node in enumerate(nodes):
        reach = (
            (_FIT_FROM if cut[side] else DISTORTED_WIDTHS) * width_at(widths, graph.places[node]) if node != FREE else 0
        )
        keep &= (way if side == 0 else way[::-1]) >= reach
    return points[keep] if keep.any() else points[len(points) // 2 : len(points) // 2 + 1]


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
