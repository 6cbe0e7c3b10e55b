"""Published check values of the hash and the noise, and the loops over pixels against plain numpy."""

import numpy as np
import pytest

from batikstudio.cloth.kernels import dyeing
from batikstudio.cloth.kernels.noise import add_noise, hashed
from batikstudio.cloth.simulate import seep_taps
from batikstudio.colour.kubelka_munk import reflectance_of_ks
from batikstudio.dyes.uptake import amount_after

PX_300 = 25.4 / 300


@pytest.mark.parametrize(
    ("a", "b", "s", "want"),
    [
        (1, 0, 0, 0x205F0435),
        (0, 1, 0, 0x46507DE6),
        (0, 0, 1, 0xC9DB0FE4),
        (1, 2, 3, 0xFAB6AB3A),
        (5, 11, 21, 0x1D767BF0),
        (123456, 7, 0x51ED, 0x4E847968),
    ],
)
def test_the_hash_has_its_check_values(a, b, s, want):
    assert hashed(a, b, s) == want


@pytest.mark.parametrize(
    ("x", "y", "seed", "want"),
    [
        (0.25, 0.5, 11, -0.069708),
        (6.9, 3.9, 11, 0.041618),
        (-0.1, -0.1, 11, 0.041618),
        (2.5, 1.75, 12, 0.104302),
    ],
)
def test_the_noise_has_its_check_values(x, y, seed, want):
    out = np.zeros((1, 1), np.float32)
    add_noise(out, 1.0, np.array([x]), np.array([y]), 7, 4, seed)
    assert out[0, 0] == pytest.approx(want, abs=2e-6)


def test_the_noise_has_its_statistics_and_comes_round():
    out = np.zeros((700, 900), np.float32)
    xs, ys = np.arange(900) * 70 / 900, np.arange(700) * 40 / 700
    add_noise(out, 1.0, xs, ys, 70, 40, 5)
    assert abs(out.mean()) < 0.02
    assert out.std() == pytest.approx(0.22, abs=0.02)
    again = np.zeros_like(out)
    add_noise(again, 1.0, xs + 70, ys - 40, 70, 40, 5)
    assert np.abs(out - again).max() < 1e-5


@pytest.mark.parametrize(
    ("share", "noise", "gain", "want"),
    [(0.5, 0.0, 0.30, 0.61277), (0.5, 0.5, 0.30, 0.89889), (0.0, 1.0, 0.30, 1.0), (1.0, 1.0, 0.30, 0.0)],
)
def test_edge_access_has_its_check_values(share, noise, gain, want):
    out = np.empty((1, 1), np.float32)
    dyeing.edge_access(np.full((1, 1), share, np.float32), np.full((1, 1), noise, np.float32), gain, out)
    assert out[0, 0] == pytest.approx(want, abs=1e-5)


def test_the_blur_is_the_gaussian_and_exact_where_nothing_changes():
    rng = np.random.default_rng(4)
    cover = np.zeros((90, 110), np.uint8)
    cover[20:60, 30:80] = 255
    cover[5:15, 5:15] = rng.integers(0, 256, (10, 10))
    taps = seep_taps(PX_300)
    reach = len(taps) // 2
    out = np.empty((90 - 2 * reach, 110 - 2 * reach), np.float32)
    dyeing.blurred(cover, taps, out)
    want = np.apply_along_axis(np.convolve, 1, cover / 255, taps.astype(float), "valid")
    want = np.apply_along_axis(np.convolve, 0, want, taps.astype(float), "valid")
    assert np.abs(out - want).max() < 1e-5
    assert (out == 0).any()
    assert (out == 1).any()
    assert (out[want < 1e-12] == 0).all()


def test_uptake_is_the_closed_form_and_leaves_what_it_cannot_reach():
    rng = np.random.default_rng(6)
    amount = rng.uniform(0, 1, (20, 30)).astype(np.float32)
    access = rng.uniform(0, 1, (20, 30)).astype(np.float32)
    access[:5] = 0
    evenness = rng.uniform(0.8, 1.2, (20, 30)).astype(np.float32)
    after = amount.copy()
    dyeing.take_up(after, access, evenness, 0.18, 1.25, 7, 0.995)
    want = amount_after(amount.astype(float), access * evenness, 7, 0.18, 1.25)
    assert np.abs(after - want).max() < 1e-5
    assert (after[:5] == amount[:5]).all()


def test_colour_is_kubelka_munk():
    rng = np.random.default_rng(8)
    amounts = rng.uniform(0, 1.2, (2, 6, 7)).astype(np.float32)
    ks = rng.uniform(0, 40, (2, 8)).astype(np.float32)
    cloth = rng.uniform(0.01, 0.05, 8).astype(np.float32)
    weights = rng.uniform(0, 0.12, (8, 3)).astype(np.float32)
    out = np.empty((6, 7, 3), np.float32)
    dyeing.colour(amounts, ks, cloth, weights, np.ones((6, 7), np.float32), out)
    want = reflectance_of_ks(cloth + np.einsum("dhw,db->hwb", amounts, ks)) @ weights
    assert np.abs(out - want).max() < 1e-5


def test_blocks_are_averaged_in_linear_light():
    light = np.zeros((4, 6, 3), np.float32)
    light[:2, :2] = 1.0
    table = np.arange(256, dtype=np.uint8)
    out = np.empty((2, 3, 3), np.uint8)
    dyeing.encode(light, table, 2, out)
    assert out[0, 0].tolist() == [255] * 3
    assert out[1:].sum() == 0
