"""What a hand drew becomes what is laid: spines with widths, one for each nozzle, and drops of wax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.path import MOVE, Path, Points, joined, smooth
from batikstudio.geometry.polyline import blurred
from batikstudio.motifs.cantings import CANTINGS, Canting
from batikstudio.motifs.tracing.strokes import Sample, smoothed, tracks, widths_of

DROP_MM = (3.0, 8.0)
"""How large a drop of wax is that falls from an overfull canting."""
LIGHTEST = 1.0 / 1.4
"""What the lightest hand leaves of the line, as a share of what a pressed pen leaves: the bare bore, where a slow hand
at good heat leaves 1.4 of it (estimate)."""
_STEADY = 2.0
"""Over so many samples the pressure is evened: a pen reports it in steps."""
_ONE_DROP_IN_MM = 400.0
"""On average a drop falls once on so long a way (estimate)."""
Widths = tuple[tuple[float, float], ...]


class Drawn(NamedTuple):
    """A spine in mm and its widths: (share of the length, mm)."""

    spine: Path
    widths_mm: Widths


def canting_of(canting_id: str) -> Canting:
    """Return a canting, the first one for an id that is not known."""
    return next((one for one in CANTINGS if one.id == canting_id), CANTINGS[0])


def freehand(
    samples: Sequence[Sample], canting: Canting, temperature_c: float, pressures: Sequence[float] = ()
) -> Drawn:
    """Return what a canting leaves that is drawn along samples.

    Parameters
    ----------
    samples : sequence of Sample
    canting : Canting
    temperature_c : float
        Of the wax.
    pressures : sequence of float, optional
        0 to 1 at each sample, 1 where left out and for a mouse: a light pen leaves less, down to the bare bore.
    """
    usual = widths_of(samples, canting, temperature_c)
    stroke = smoothed(samples, usual * _pressed(pressures) if any(one < 1.0 for one in pressures) else usual)
    length = stroke.widths[-1][0]
    if not length:
        return dots([(samples[0].x_mm, samples[0].y_mm)], canting)
    widths = tuple((min(max(way / length, 0.0), 1.0), width) for way, width in stroke.widths)
    return Drawn(_nozzles(stroke.path, canting), widths)


def _pressed(pressures: Sequence[float]) -> NDArray[np.float64]:
    """Return by how much the width of a line goes with the pressure, shape (n,)."""
    steady = blurred(np.repeat(np.array(pressures, np.float64)[:, None], 2, axis=1), _STEADY)[:, 0]
    return np.asarray(LIGHTEST + (1.0 - LIGHTEST) * np.clip(steady, 0.0, 1.0))


def through(points: Sequence[tuple[float, float]], canting: Canting, closed: bool) -> Drawn:
    """Return the smooth line of a canting through points, as calmly drawn as can be; one point gives its dots."""
    if len(points) < 2:
        return dots(points, canting)
    return Drawn(_nozzles(smooth(points, closed), canting), ((0.0, canting.line_mm),))


def dots(points: Sequence[tuple[float, float]], canting: Canting) -> Drawn:
    """Return what a canting leaves where it is set down."""
    nozzles = np.array(canting.nozzles)
    places = (np.array(points, np.float64)[:, None] + nozzles).reshape(-1, 2)
    return Drawn(Path(np.full(len(places), MOVE, np.uint8), places), ((0.0, canting.line_mm),))


def drops(samples: Sequence[Sample], seed: int) -> Drawn | None:
    """Return the drops that an overfull canting loses on the way, the same for the same way and seed."""
    line = np.array([sample[:2] for sample in samples], np.float64)
    length = float(np.hypot(*np.diff(line, axis=0).T).sum()) if len(line) > 1 else 0.0
    chance = np.random.default_rng([seed, len(line), round(length * 10)])
    count = int(chance.poisson(length / _ONE_DROP_IN_MM))
    if not count:
        return None
    places = line[chance.integers(0, len(line), count)] + chance.normal(0.0, 2.0, (count, 2))
    return Drawn(Path(np.full(count, MOVE, np.uint8), places), ((0.0, float(chance.uniform(*DROP_MM))),))


def _nozzles(spine: Path, canting: Canting) -> Path:
    if len(canting.nozzles) == 1:
        return spine
    found = []
    for line, closed in spine.subpaths(0.05):
        way = np.vstack((line, line[:1])) if closed else line
        found += [smooth(_thinned(track)) for track in tracks(way, canting)]
    return joined(found)


def _thinned(track: Points) -> Points:
    """Return a line with fewer points, half a mm apart, its ends kept."""
    way = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(track, axis=0).T))))
    keep = np.unique(np.searchsorted(way, np.arange(0.0, way[-1], 0.5)))
    keep = np.append(keep[keep < len(track) - 1], len(track) - 1)
    thinned = track[keep]
    apart = np.append(True, np.any(np.diff(thinned, axis=0) != 0, axis=1))
    found: Points = thinned[apart]
    return found
