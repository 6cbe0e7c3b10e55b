"""A drawn stroke: smooth where the hand meant it smooth, and as wide as the canting leaves its wax."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.curve_fit import fitted_path
from batikstudio.geometry.path import MOVE, Path, Points
from batikstudio.geometry.polyline import blurred, distances, smooth_pieces
from batikstudio.motifs.cantings import COLDEST_C, GOOD_C, SMOKING_C, TOO_HOT_C, Canting

CUTOFF_HZ, QUICKER = 3.0, 0.2
"""One-euro filter: its cutoff for a resting hand, and by how much each mm/s raises it, Hz."""
_SPEED_CUTOFF_HZ = 1.0
STEP_MM, SIGMA_MM, TOLERANCE_MM = 0.1, 0.8, 0.05
"""Of the stored line: distance of the points that are smoothed, width of the Gaussian, tolerance of the curves."""
CORNER_REACH_MM = 1.5
_END_SAMPLES = 5
"""So many samples share the noise of an end."""
_DOT_MM = 0.4
"""A stroke that goes no further is a dot."""
_CALM_MM_S = 25.0
"""The speed at which a line has lost two thirds of what it gains by a slow hand (estimate)."""
_BEAD, _BEAD_WIDTHS = 0.25, 0.8
"""Where the canting is set down the wax swells by this share, over so many widths of the line (estimate)."""
_TAPER, _TAPER_WIDTHS = 0.45, 2.0
"""Where it is lifted the line thins by this share, over so many widths of the line (estimate)."""


class Sample(NamedTuple):
    """Where a pointer was: mm on the cloth, and seconds since some moment."""

    x_mm: float
    y_mm: float
    time_s: float


@dataclass(frozen=True)
class OneEuro:
    """The state of a one-euro filter between two samples: smooth while the hand rests, without lag while it runs.

    References
    ----------
    G. Casiez, N. Roussel, D. Vogel, 1€ filter: a simple speed-based low-pass filter for noisy input, CHI 2012.
    """

    x_mm: float
    y_mm: float
    time_s: float
    speed_x: float = 0.0
    speed_y: float = 0.0

    @classmethod
    def start(cls, sample: Sample) -> OneEuro:
        """Begin at the first sample of a stroke."""
        return cls(sample.x_mm, sample.y_mm, sample.time_s)

    def after(self, sample: Sample) -> OneEuro:
        """Return the state after the next sample; one of the same moment is taken to come a millisecond later."""
        dt = max(sample.time_s - self.time_s, 1e-3)
        slow = _share(_SPEED_CUTOFF_HZ, dt)
        speed_x = self.speed_x + slow * ((sample.x_mm - self.x_mm) / dt - self.speed_x)
        speed_y = self.speed_y + slow * ((sample.y_mm - self.y_mm) / dt - self.speed_y)
        share = _share(CUTOFF_HZ + QUICKER * math.hypot(speed_x, speed_y), dt)
        return OneEuro(
            self.x_mm + share * (sample.x_mm - self.x_mm),
            self.y_mm + share * (sample.y_mm - self.y_mm),
            self.time_s + dt,
            speed_x,
            speed_y,
        )


def _share(cutoff_hz: float, dt_s: float) -> float:
    return 1.0 / (1.0 + 1.0 / (2 * math.pi * cutoff_hz * dt_s))


def live(samples: Sequence[Sample]) -> Points:
    """Return the line to show while it is being drawn, shape (n, 2), mm: each point depends on what came before."""
    state = OneEuro.start(samples[0])
    found = [(state.x_mm, state.y_mm)]
    for sample in samples[1:]:
        state = state.after(sample)
        found.append((state.x_mm, state.y_mm))
    return np.array(found, np.float64)


@dataclass(frozen=True, eq=False)
class Stroke:
    """A line as it is kept: cubics along its middle, and its width at places along it.

    Attributes
    ----------
    path : Path
        In mm; a lone point where the canting was set down and lifted.
    widths : tuple of (way_mm, width_mm)
        Way from the start along the line, rising from 0 to its length.
    """

    path: Path
    widths: tuple[tuple[float, float], ...]


def smoothed(samples: Sequence[Sample], widths_mm: NDArray[np.float64]) -> Stroke:
    """Return the stroke that a hand meant.

    Parameters
    ----------
    samples : sequence of Sample
        At least one, in the order of time.
    widths_mm : ndarray of shape (n,)
        The width at each sample, as `widths_of` gives it.
    """
    raw = np.array([sample[:2] for sample in samples], np.float64)
    if float(np.ptp(raw, axis=0).max()) < _DOT_MM:
        dot = Path(np.array([MOVE], np.uint8), raw.mean(axis=0)[None])
        return Stroke(dot, ((0.0, float(np.max(widths_mm))),))
    line = _without_lag(samples)
    line[0], line[-1] = _end(raw), _end(raw[::-1])
    pieces, _ = smooth_pieces(line, STEP_MM, SIGMA_MM, CORNER_REACH_MM)
    path = fitted_path(pieces, TOLERANCE_MM)
    way = distances(line)
    length = sum(float(distances(piece)[-1]) for piece in pieces)
    at = np.linspace(0.0, 1.0, min(max(round(length / 0.5), 2), len(samples) * 2) + 1)
    widths = np.interp(at, way / way[-1], widths_mm)
    return Stroke(
        path, tuple((round(float(a) * length, 3), round(float(w), 3)) for a, w in zip(at, widths, strict=True))
    )


def _without_lag(samples: Sequence[Sample]) -> Points:
    """Return the mean of the filter run forwards and backwards: the lag of the one undoes the other's."""
    end = samples[-1].time_s
    back = [Sample(one.x_mm, one.y_mm, end - one.time_s) for one in reversed(samples)]
    return (live(samples) + live(back)[::-1]) / 2


def _end(raw: Points) -> Points:
    """Return the first point, its error across the line shared with its neighbours and its place along it kept."""
    few = raw[: max(min(_END_SAMPLES, len(raw) // 4), 1)]  # of a short stroke less than it is long
    further = raw[len(few) : 2 * len(few)]
    mean: Points = few.mean(axis=0)
    along = further.mean(axis=0) - mean
    size = float(np.linalg.norm(along))
    return mean + along / size * float((raw[0] - mean) @ along / size) if size else mean


def widths_of(samples: Sequence[Sample], canting: Canting, temperature_c: float) -> NDArray[np.float64]:
    """Return the width of the wax line at each sample, mm; shape (n,).

    A calm, well heated canting leaves its usual line; a fast hand leaves as much less as the bore allows, a slow one
    more. Wax that is too hot runs up to twice the bore; wax that is too cold gives 0.8 of it, and breaks off. The
    line begins with a bead and tapers at its end.

    Parameters
    ----------
    samples : sequence of Sample
    canting : Canting
    temperature_c : float
        Of the wax, 45 to 110.

    References
    ----------
    The factors of the bore are the project's estimates from what workshops say of heat.
    """
    raw = np.array(samples, np.float64)
    bore = canting.line_mm / heat_factor(_CALM_MM_S, (GOOD_C + TOO_HOT_C) / 2)
    if len(raw) < 2:
        return np.full(len(raw), bore * heat_factor(0.0, temperature_c))
    gap_s = np.maximum(np.diff(raw[:, 2]), 1e-3)
    speed = np.linalg.norm(np.diff(raw[:, :2], axis=0), axis=1) / gap_s
    speed = np.concatenate((speed[:1], (speed[1:] + speed[:-1]) / 2, speed[-1:]))
    calm = blurred(np.stack((speed, speed), axis=1), 4.0)[:, 0]
    widths = bore * np.array([heat_factor(float(v), temperature_c) for v in calm])
    way = distances(raw[:, :2])
    bead = 1 + _BEAD * np.exp(-((way / (_BEAD_WIDTHS * canting.line_mm)) ** 2))
    left = (way[-1] - way) / (_TAPER_WIDTHS * canting.line_mm)
    taper = 1 - _TAPER * np.clip(1 - left, 0.0, 1.0) ** 2
    return np.asarray(widths * bead * taper)


def heat_factor(speed_mm_s: float, temperature_c: float) -> float:
    """Return the width of a line as a multiple of the bore, 0.8 to 2 (estimate).

    At good heat 1.0 for a fast hand to 1.4 for a slow one; falling to 0.8 where the wax is too cold, rising to 2.
    """
    slow = float(np.interp(temperature_c, (COLDEST_C, GOOD_C, TOO_HOT_C, SMOKING_C), (0.8, 1.4, 1.4, 2.0)))
    fast = float(np.interp(temperature_c, (COLDEST_C, GOOD_C, TOO_HOT_C, SMOKING_C), (0.8, 1.0, 1.0, 1.6)))
    return fast + (slow - fast) * math.exp(-max(speed_mm_s, 0.0) / _CALM_MM_S)


def breaks_off(temperature_c: float) -> bool:
    """Whether the line is dotted because the wax is too cold."""
    return temperature_c < (COLDEST_C + GOOD_C) / 2


def tracks(line: Points, canting: Canting) -> list[Points]:
    """Return the line of each nozzle of a canting that is drawn along ``line``, shape (n, 2), mm.

    The nozzles keep their places across and along the stroke: the hand turns with it.
    """
    along = np.gradient(line, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-12)
    across = np.stack((-along[:, 1], along[:, 0]), axis=1)
    return [line + a * across + b * along for a, b in canting.nozzles]
