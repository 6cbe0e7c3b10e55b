"""Which copies touch each print band of a whole cloth: p6m over 2500 x 1100 mm in bands of 20 mm."""

import time

from batikstudio.pattern.groups import cosets
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.pattern.lattice import area_mm2
from batikstudio.pattern.repeats import parse_repeat

LENGTH, WIDTH, BAND = 2500.0, 1100.0, 20.0
SIDE, RADIUS = 40.0, 30.0


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
