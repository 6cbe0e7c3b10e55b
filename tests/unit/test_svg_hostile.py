"""Drawings made to break a reader are refused with their limit, or read, in under a second and 200 MB."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.hostile_svg import CASES, MORE_CASES, read_in_child

REFUSED = {
    "billion laughs": ("svg.entities", {}),
    "outside entity": ("svg.entities", {}),
    "use bomb": ("svg.too_many_uses", {"limit": 50_000}),
    "20,000 deep": ("svg.too_deep", {"limit": 256}),
    "million segments": ("svg.too_many_points", {"limit": 1_000_000}),
    "wide use bomb": ("svg.too_many_elements", {"limit": 200_000}),
    "long path bomb": ("svg.too_many_points", {"limit": 1_000_000}),
    "gzip bomb": ("svg.too_large", {"limit_mib": 20}),
}
READ = {
    "use cycle": (3, {"use-cycle": 2}),
    "huge page": (1, {}),
    "impossible numbers": (1, {"impossible-number": 2, "path-mistake": 2}),
    "bad arcs": (1, {}),
    "fine dashes": (1, {"dashes": 1}),
    "outside image": (1, {"image": 1}),
    "use chain": (1, {}),
    "long attributes": (40_000, {}),
    "unclosed comments": (1, {}),
    "many rules": (20_000, {}),
    "digits without end": (1, {"impossible-number": 1, "path-mistake": 1}),
    "gradient cycle": (1, {"gradient": 1}),
    "scribbled clip": (1, {"clip-path": 1}),
    "clip everywhere": (20_000, {"clip-path": 19_960}),
    "clip of clips": (2, {"clip-path": 2}),
    "wide scribble": (1, {}),
    "dashes everywhere": (40_000, {"dashes": 39_981}),
}


def test_every_case_has_its_expectation():
    assert set(REFUSED) | set(READ) == set(CASES | MORE_CASES)
    assert len(CASES) == 11


@pytest.mark.parametrize("name", CASES | MORE_CASES)
def test_refused_or_read_in_time_and_memory(name: str, tmp_path: Path):
    reading = read_in_child((CASES | MORE_CASES)[name](), tmp_path)
    if name in REFUSED:
        assert (reading.code, reading.facts) == REFUSED[name]
    else:
        assert (reading.code, reading.shapes, reading.left_out) == ("", *READ[name])
    # The eleven are bound to a second; the others are there to show that time does not explode on a slow machine.
    assert reading.seconds < (1.0 if name in CASES else 5.0)
    assert reading.peak_mib < 200
