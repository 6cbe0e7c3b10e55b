"""Freehand strokes against the curve the hand meant, and the width of the wax line."""

import numpy as np
import pytest

from batikstudio.geometry.curve_fit import fit_cubics, fitted_path
from batikstudio.geometry.polyline import corners, distances, resampled, turning_deg
from batikstudio.motifs.cantings import CANTINGS, canting
from batikstudio.motifs.tracing.strokes import Sample, breaks_off, heat_factor, live, smoothed, tracks, widths_of

NOISE_MM, GRID_MM, RATE_HZ = 0.15, 0.25, 120


def meant(length_mm: float = 120.0) -> np.ndarray:
    """A curve such as a hand draws in a second or two: two bends and an ukel, dense, mm."""
    t = np.linspace(0, 1, 6001)
    angle = 1.6 * np.sin(5.0 * t) + 2.5 * t**3
    step = np.stack((np.cos(angle), np.sin(angle)), axis=1)
    curve = np.cumsum(step, axis=0)
    return (curve - curve[0]) * length_mm / distances(curve)[-1]


def sampled(curve: np.ndarray, seconds: float, seed: int) -> list[Sample]:
    """The curve as a pointer reports it: a hand that starts and stops, jitter, whole grid steps."""
    rng = np.random.default_rng(seed)
    n = round(seconds * RATE_HZ)
    t = np.arange(n) / (n - 1)
    way = (t - np.sin(2 * np.pi * t) / (2 * np.pi) * 0.8) * distances(curve)[-1]
    at = distances(curve)
    points = np.stack((np.interp(way, at, curve[:, 0]), np.interp(way, at, curve[:, 1])), axis=1)
    noisy = np.round((points + rng.normal(0, NOISE_MM, points.shape)) / GRID_MM) * GRID_MM
    return [Sample(*p, k / RATE_HZ) for k, p in enumerate(noisy.tolist())]


def rms_to(points: np.ndarray, curve: np.ndarray) -> float:
    nearest = [np.min(np.linalg.norm(curve - p, axis=1)) for p in points]
    return float(np.sqrt(np.mean(np.square(nearest))))


def flat(path) -> np.ndarray:
    return resampled(next(iter(path.subpaths(0.002)))[0], 0.1)


@pytest.mark.parametrize("seed", range(4))
def test_a_noisy_stroke_becomes_the_curve_that_was_meant(seed):
    curve = meant()
    samples = sampled(curve, 2.5, seed)
    stroke = smoothed(samples, np.full(len(samples), 1.5))
    found = flat(stroke.path)
    rms = rms_to(found, curve)
    turning = turning_deg(found).sum() / turning_deg(resampled(curve, 0.1)).sum()
    cubics = int((stroke.path.verbs == 2).sum())
    raw = np.array(samples)[:, :2]
    print(f"rms {rms:.3f} mm (raw {rms_to(raw, curve):.3f}), turning {turning:.2f}, {cubics} cubics")
    assert rms < 0.11
    assert turning < 2
    assert cubics < 70
    ends = np.linalg.norm(found[[0, -1]] - curve[[0, -1]], axis=1)
    assert ends.max() < 0.35


def test_the_line_shown_while_drawing_is_calmer_than_the_hand():
    curve = meant()
    samples = sampled(curve, 2.5, 0)
    raw = np.array(samples)[:, :2]
    assert rms_to(live(samples), curve) < 0.8 * rms_to(raw, curve)
    assert np.array_equal(live(samples[:40]), live(samples)[:40])  # what is shown never moves again


@pytest.mark.parametrize("turn_deg", [75, 90, 130])
def test_a_corner_stays_a_corner(turn_deg):
    angle = np.radians(turn_deg)
    way = np.linspace(0, 30, 601)[:, None]
    corner = np.vstack((way * [1.0, 0.0], [30.0, 0.0] + way * [np.cos(angle), np.sin(angle)]))
    samples = sampled(corner, 2.0, 5)
    found = flat(smoothed(samples, np.full(len(samples), 1.0)).path)
    nearest = np.linalg.norm(found - [30.0, 0.0], axis=1).min()
    print(f"{turn_deg} degrees: the curve passes {nearest:.2f} mm from the corner")
    assert nearest < 0.3
    assert np.convolve(turning_deg(found), np.ones(3)).max() > 0.8 * turn_deg  # within 0.3 mm


def test_a_round_ukel_has_no_corner():
    t = np.linspace(0, 4 * np.pi, 2000)
    spiral = np.stack(((1.5 + 0.4 * t) * np.cos(t), (1.5 + 0.4 * t) * np.sin(t)), axis=1)
    samples = sampled(spiral, 4.0, 2)
    found = flat(smoothed(samples, np.full(len(samples), 1.0)).path)
    assert turning_deg(found).max() < 20
    assert not corners(resampled(spiral, 0.1), 15)


def test_a_touch_is_a_dot():
    stroke = smoothed([Sample(5, 6, 0.0), Sample(5.1, 6, 0.1)], np.array([1.0, 1.2]))
    assert stroke.path.verbs.tolist() == [0]
    assert stroke.widths == ((0.0, 1.2),)


def test_widths_follow_the_curve_to_its_end():
    curve = meant(60.0)
    samples = sampled(curve, 2.0, 1)
    stroke = smoothed(samples, np.linspace(1.0, 2.0, len(samples)))
    ways, widths = np.array(stroke.widths).T
    assert ways[0] == 0
    assert np.all(np.diff(ways) > 0)
    assert ways[-1] == pytest.approx(distances(flat(stroke.path))[-1], rel=0.01)
    assert np.all(np.diff(widths) >= 0)
    assert widths[[0, -1]].tolist() == [1.0, 2.0]


def test_fitting_keeps_to_its_tolerance_and_its_handles_to_the_chord():
    t = np.linspace(0, 2 * np.pi, 800)
    points = np.stack((20 * np.cos(t), 12 * np.sin(2 * t)), axis=1)
    control = fit_cubics(points, 0.05)
    path = fitted_path([points], 0.05)
    dense = resampled(next(iter(path.subpaths(0.001)))[0], 0.01)
    assert max(np.linalg.norm(dense - p, axis=1).min() for p in points) < 0.06
    assert np.array_equal(control[[0, -1]], points[[0, -1]])
    for k in range(0, len(control) - 1, 3):
        a, b, c, d = control[k : k + 4]
        chord = np.linalg.norm(d - a)
        assert np.linalg.norm(b - a) <= chord * (1 + 1e-9)
        assert np.linalg.norm(d - c) <= chord * (1 + 1e-9)
    again = fitted_path([resampled(dense, 0.1)], 0.05)
    assert len(again.points) == pytest.approx(len(path.points), rel=0.25)


def test_heat_and_speed_make_the_width():
    assert heat_factor(0, 68) == pytest.approx(1.4)
    assert heat_factor(400, 68) == pytest.approx(1.0, abs=0.01)
    assert heat_factor(0, 110) == pytest.approx(2.0)
    assert heat_factor(50, 45) == pytest.approx(0.8)
    assert breaks_off(46)
    assert not breaks_off(62)
    assert heat_factor(10, 70) > heat_factor(80, 70)


def test_a_line_begins_with_a_bead_and_ends_thin():
    klowong = canting("klowong")
    steady = [Sample(0.25 * k, 0.0, k / 100) for k in range(200)]  # 25 mm/s: the calm hand
    widths = widths_of(steady, klowong, 67.5)
    assert widths[100] == pytest.approx(klowong.line_mm, rel=0.01)
    assert widths[0] == pytest.approx(1.25 * klowong.line_mm, rel=0.02)
    assert widths[-1] < 0.6 * klowong.line_mm
    fast = widths_of([Sample(2.5 * k, 0.0, k / 100) for k in range(200)], klowong, 67.5)
    assert fast[100] < widths[100]


def test_every_canting_has_its_nozzles_and_says_what_is_guessed():
    counts = {one.id: len(one.nozzles) for one in CANTINGS}
    expected = {"ceret": 2, "loron": 2, "telon": 3, "prapatan": 4, "liman": 5, "byok": 7, "renteng": 4, "cawang": 1}
    assert {key: counts[key] for key in expected} == expected
    for one in CANTINGS:
        assert 0.25 <= one.bore_mm[0] <= one.bore_mm[1] <= 3.0
        assert 0.8 * one.bore_mm[0] <= one.line_mm <= 1.4 * one.bore_mm[1]
        assert np.abs(np.mean(one.nozzles, axis=0)).max() < 1e-6
    square = np.array(canting("prapatan").nozzles)
    sides = np.linalg.norm(square - np.roll(square, 1, axis=0), axis=1)
    assert np.allclose(sides, 2.0)


def test_the_nozzles_of_a_ceret_run_side_by_side():
    t = np.linspace(0, np.pi, 200)[:, None]
    bow = 20 * np.hstack((np.cos(t), np.sin(t)))
    one, other = tracks(bow, canting("ceret"))
    radii = sorted((np.linalg.norm(one, axis=1).mean(), np.linalg.norm(other, axis=1).mean()))
    assert radii == pytest.approx([19.0, 21.0], abs=0.01)
