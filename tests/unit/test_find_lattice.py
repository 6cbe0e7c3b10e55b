"""Repeats of pictures whose lattice is known."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter, map_coordinates

from batikstudio.base.errors import BatikError
from batikstudio.motifs.tracing.lattice import cut_cell, find_lattice

SIZE = (900, 700)


def cloth(basis: np.ndarray, seed: int, size=SIZE, noise=0.08, shade=0.4) -> np.ndarray:
    """A pattern of random blots, without any symmetry but the lattice; light from one side, and noise."""
    rng = np.random.default_rng(seed)
    n = 96
    cell = np.clip(gaussian_filter(rng.normal(0, 1, (n, n)), 4, mode="wrap") * 12, -1, 1)
    x, y = np.meshgrid(np.arange(size[0]) + 0.5, np.arange(size[1]) + 0.5)
    fraction = np.linalg.solve(basis, np.stack((x.ravel(), y.ravel()))) % 1 * n
    pattern = map_coordinates(cell, fraction[::-1], order=1, mode="grid-wrap").reshape(x.shape)
    light = 1 - shade * x / size[0]
    return np.clip((0.5 + 0.35 * pattern) * light + rng.normal(0, noise, x.shape), 0, 1).astype(np.float32)


def same_lattice(found: np.ndarray, true: np.ndarray) -> float:
    """How far the found vectors are from vectors of the true lattice, as a share of their length; they must span it."""
    steps = np.linalg.solve(true, found)
    assert abs(abs(np.linalg.det(np.rint(steps))) - 1) < 1e-9, f"another lattice: {steps}"
    return float(np.max(np.linalg.norm(found - true @ np.rint(steps), axis=0) / np.linalg.norm(found, axis=0)))


def turned(basis, degrees: float) -> np.ndarray:
    a = np.radians(degrees)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]) @ np.asarray(basis, float)


CASES = {
    "square": ([[97.3, 0], [0, 97.3]], 0, "grid"),
    "rectangle, turned": ([[140.6, 0], [0, 83.2]], 7.5, "grid"),
    "p1, skewed": ([[120.7, 31.0], [0, 91.4]], 0, "oblique"),
    "p1, skewed and turned": ([[88.1, 24.6], [0, 101.9]], -11, "oblique"),
    "half-drop": ([[150.4, 0], [66.15, 132.3]], 0, "half-drop"),
    "half-drop of a third": ([[150.4, 0], [44.1, 132.3]], 0, "oblique"),
    "brick, turned": ([[104.2, 52.1], [0, 160.8]], 4, "brick"),
    "hexagonal": ([[92.5, -46.25], [0, 92.5 * 3**0.5 / 2]], 0, "hexagonal"),
    "hexagonal, turned": ([[120.0, -60.0], [0, 120.0 * 3**0.5 / 2]], 13, "hexagonal"),
    "small": ([[24.4, 0], [0, 31.7]], 2, "grid"),
    "large": ([[260.0, 0], [0, 225.0]], 0, "grid"),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("seed", range(2))
def test_the_lattice_of_a_cloth(case, seed):
    base, degrees, name = CASES[case]
    true = turned(base, degrees)
    found = find_lattice(cloth(true, seed))
    off = same_lattice(found.basis, true)
    print(f"{case}: {off:.3%} off, likeness {found.likeness:.2f}, {found.name}")
    assert off < 0.005
    assert found.name == name
    assert 0.2 < found.likeness <= 1


@pytest.mark.parametrize("case", CASES)
def test_the_cell_repeats_the_picture(case):
    base, degrees, _ = CASES[case]
    true = turned(base, degrees)
    grey = cloth(true, 3, noise=0.03, shade=0.0)
    rgb = np.repeat(np.uint8(grey * 255)[..., None], 3, axis=2)
    lattice = find_lattice(grey)
    cell = cut_cell(rgb, lattice)
    assert cell.rgb.shape[0] * cell.rgb.shape[1] == pytest.approx(abs(np.linalg.det(true)), rel=0.03)
    assert abs(np.linalg.det(cell.basis)) == pytest.approx(abs(np.linalg.det(true)), rel=0.01)
    single = cut_cell(rgb, lattice, averaged=False)
    assert cell.copies > single.copies == 1
    likeness = np.corrcoef(cell.rgb.ravel().astype(float), single.rgb.ravel().astype(float))[0, 1]
    print(f"{case}: {cell.copies} copies, likeness {likeness:.3f}, {cell.rgb.shape}")
    assert likeness > 0.95
    # Laid out again along its own basis it meets itself: the seam is as smooth as the inside.
    height, width = cell.rgb.shape[:2]
    plane = cell.rgb[..., 0].astype(float)
    y, x = np.mgrid[0 : 2 * height, 0 : 2 * width]
    if cell.name == "half-drop":
        drop = cell.basis[1, 0] * height / cell.basis[1, 1]
        laid = map_coordinates(plane, [(y - np.floor(x / width) * drop), x % width], order=1, mode="grid-wrap")
    else:
        shift = cell.basis[0, 1] * width / cell.basis[0, 0]
        laid = map_coordinates(plane, [y % height, (x - np.floor(y / height) * shift)], order=1, mode="grid-wrap")
    across = np.abs(np.diff(laid, axis=1)).mean(axis=0)
    down = np.abs(np.diff(laid, axis=0)).mean(axis=1)
    assert across[width - 1] < 2.5 * np.median(across)
    assert down[height - 1] < 2.5 * np.median(down)


def test_what_does_not_repeat_is_said_so():
    rng = np.random.default_rng(2)
    once = np.clip(0.5 + gaussian_filter(rng.normal(0, 1, (500, 600)), 6) * 5, 0, 1).astype(np.float32)
    for grey in (once, np.full((300, 300), 0.7, np.float32), rng.uniform(0, 1, (300, 300)).astype(np.float32)):
        with pytest.raises(BatikError, match=r"lattice\.not_found"):
            find_lattice(grey)
