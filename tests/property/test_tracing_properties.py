"""Whatever a hand or a camera gives, strokes are smooth and finite, and pictures are traced or refused."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from batikstudio.base.errors import BatikError
from batikstudio.geometry.curve_fit import fitted_path
from batikstudio.geometry.polyline import blurred, corners, distances, resampled, smooth_pieces
from batikstudio.motifs.cantings import CANTINGS
from batikstudio.motifs.tracing.lattice import cut_cell, find_lattice
from batikstudio.motifs.tracing.rectify import find_page
from batikstudio.motifs.tracing.strokes import Sample, smoothed, tracks, widths_of
from batikstudio.motifs.tracing.tracing import MODES, drawn_box, motif_of, trace

coordinate = st.floats(-500, 500, allow_nan=False).map(lambda v: round(v * 4) / 4)
strokes = st.lists(st.tuples(coordinate, coordinate, st.floats(0, 0.2)), min_size=1, max_size=40)


def samples_of(found: list[tuple[float, float, float]]) -> list[Sample]:
    times = np.cumsum([gap for _, _, gap in found])
    return [Sample(x, y, float(t)) for (x, y, _), t in zip(found, times, strict=True)]


@given(strokes, st.sampled_from(CANTINGS), st.floats(40, 120))
def test_any_stroke_is_kept_finite_and_near_the_hand(found, canting, temperature_c):
    samples = samples_of(found)
    widths = widths_of(samples, canting, temperature_c)
    assert widths.shape == (len(samples),)
    assert np.all((widths > 0.2 * canting.line_mm) & (widths < 2.6 * canting.line_mm))
    stroke = smoothed(samples, widths)
    raw = np.array(samples)[:, :2]
    assert np.isfinite(stroke.path.points).all()
    ways, kept = np.array(stroke.widths).T
    assert np.all(np.diff(ways) > 0)
    assert np.all((kept >= widths.min() - 0.001) & (kept <= widths.max() + 0.001))
    low, high = raw.min(axis=0), raw.max(axis=0)
    size = float(np.ptp(raw, axis=0).max())
    for points, closed in stroke.path.subpaths(0.05):
        assert not closed
        assert np.all(points >= low - 0.35 * size - 1)
        assert np.all(points <= high + 0.35 * size + 1)


@given(arrays(np.float64, st.tuples(st.integers(2, 60), st.just(2)), elements=coordinate), st.booleans())
def test_polylines_keep_their_ends_and_their_length(points, closed):
    if distances(points)[-1] < 1 or len(points) < 3:
        return
    even = resampled(points, 0.5, closed)
    assert np.isfinite(even).all()
    assert np.allclose(even[0], points[0])
    assert distances(even, closed)[-1] <= distances(points, closed)[-1] * (1 + 1e-9)
    soft = blurred(even, 4.0, closed)
    assert soft.shape == even.shape
    if not closed:
        assert np.allclose(soft[[0, -1]], even[[0, -1]], atol=1e-9)
    assert all(0 <= k < len(even) for k in corners(even, 6, closed))


@given(arrays(np.float64, st.tuples(st.integers(4, 40), st.just(2)), elements=coordinate), st.booleans())
def test_smoothed_pieces_hang_together_and_can_be_fitted(points, closed):
    if distances(points, closed)[-1] < 4:
        return
    pieces, whole = smooth_pieces(points, 1.0, 2.0, 6.0, closed)
    for before, after in pairwise(pieces):
        assert np.allclose(before[-1], after[0])
    path = fitted_path(pieces, 0.5, closed)
    assert np.isfinite(path.points).all()
    assert not whole or closed
    if closed:
        assert np.allclose(path.points[0], path.points[-1])


pictures = st.builds(
    lambda seed, height, width, kind: _picture(np.random.default_rng(seed), height, width, kind),
    st.integers(0, 2**31),
    st.integers(16, 90),
    st.integers(16, 90),
    st.sampled_from(["noise", "blots", "flat", "step", "dots"]),
)


def _picture(rng: np.random.Generator, height: int, width: int, kind: str) -> np.ndarray:
    y, x = np.mgrid[0:height, 0:width]
    found = {
        "noise": rng.uniform(0, 1, (height, width)),
        "blots": np.kron(rng.integers(0, 2, (-(-height // 7), -(-width // 7))), np.ones((7, 7)))[:height, :width],
        "flat": np.full((height, width), rng.uniform(0, 1)),
        "step": (x + y < rng.uniform(0, height + width)) * 1.0,
        "dots": (rng.uniform(0, 1, (height, width)) > 0.05) * 1.0,
    }[kind]
    return found.astype(np.float32)


@given(pictures, st.sampled_from(MODES), st.floats(0.2, 20), st.floats(-1, 1))
@settings(max_examples=60)
def test_any_picture_is_traced_or_refused(grey, mode, px_per_mm, bias):
    try:
        traced = trace(grey, px_per_mm, mode, bias)
    except BatikError as error:
        assert error.code == "tracing.nothing_drawn"  # noqa: PT017
        return
    motif = motif_of(traced, "x")
    for part in motif.parts:
        assert np.isfinite(part.path.points).all()
    x0, y0, x1, y1 = drawn_box(motif.parts)
    assert max(x1 - x0, y1 - y0) < 3 * max(grey.shape) / px_per_mm + 10


@given(pictures)
@settings(max_examples=40)
def test_any_picture_has_a_repeat_and_a_page_or_not(grey):
    corners_found = find_page(grey)
    assert corners_found is None or np.isfinite(corners_found).all()
    try:
        lattice = find_lattice(grey)
    except BatikError as error:
        assert error.code == "lattice.not_found"  # noqa: PT017
        return
    assert abs(np.linalg.det(lattice.basis)) > 1
    cell = cut_cell(np.repeat(np.uint8(grey * 255)[..., None], 3, axis=2), lattice)
    assert cell.rgb.size > 0


@given(st.sampled_from([one for one in CANTINGS if one.leaves == "line"]), st.floats(0, 6.28))
def test_nozzles_keep_their_distance_along_a_straight_line(canting, angle):
    way = np.linspace(0, 30, 50)[:, None]
    found = tracks(way * [np.cos(angle), np.sin(angle)], canting)
    for line, (across, _) in zip(found, canting.nozzles, strict=True):
        away = line @ [-np.sin(angle), np.cos(angle)]
        assert np.allclose(away, across, atol=1e-9)
