"""Which copies touch each print band of a whole cloth: p6m over 2500 x 1100 mm in bands of 20 mm."""

import time

from batikstudio.pattern.groups import cosets
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.pattern.lattice import area_mm2
from batikstudio.pattern.places import Disc
from batikstudio.pattern.repeats import parse_repeat

LENGTH, WIDTH, BAND = 2500.0, 1100.0, 20.0
SIDE, RADIUS = 40.0, 30.0
WIDE = 10


def expanded(basis):
    """Return how many copies of a motif of radius `RADIUS` the bands call for together."""
    boxes = [(one.e - RADIUS, one.f - RADIUS, one.e + RADIUS, one.f + RADIUS) for one in cosets("p6m", basis)]
    bands = [(0.0, k * BAND, LENGTH, (k + 1) * BAND) for k in range(round(WIDTH / BAND))]
    return sum(len(shifts_mm(basis, translations(basis, box, band))) for band in bands for box in boxes)


def test_expansion_of_a_whole_cloth(benchmark):
    basis = parse_repeat("hexagon", SIDE, SIDE).basis
    expected = 12 * (WIDTH / BAND) * (LENGTH + 2 * RADIUS) * (BAND + 2 * RADIUS) / area_mm2(basis)
    start = time.process_time()
    count = expanded(basis)
    seconds = time.process_time() - start
    print(f"\n{count} copies ({expected:.0f} by area) in {1000 * seconds:.0f} ms CPU")
    assert abs(count / expected - 1) < 0.02
    benchmark.extra_info["copies"] = count
    benchmark(expanded, basis)
    assert seconds < 0.2


def scattered(basis, laid):
    """Return how many copies the bands call for where the cell lies at many places of its own."""
    boxes = [(one.e - RADIUS, one.f - RADIUS, one.e + RADIUS, one.f + RADIUS) for one in laid]
    bands = [(0.0, k * WIDTH / WIDE, LENGTH, (k + 1) * WIDTH / WIDE) for k in range(WIDE)]
    return sum(len(shifts_mm(basis, translations(basis, box, band))) for band in bands for box in boxes)


def test_expansion_of_scattered_copies(benchmark):
    """100,000 copies of a toss: 60 places in a cell, over a whole cloth in ten bands."""
    spec = parse_repeat("toss 60", 48.0, 48.0, drawn=Disc(radius_mm=2.0))
    assert len(spec.places) == 60
    start = time.process_time()
    count = scattered(spec.basis, spec.places)
    seconds = time.process_time() - start
    print(f"\n{count} scattered copies in {1000 * seconds:.0f} ms CPU")
    assert count >= 100_000
    benchmark.extra_info["copies"] = count
    benchmark(scattered, spec.basis, spec.places)
    assert seconds < 0.2
