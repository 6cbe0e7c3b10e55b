"""The probe: every turn and every mirror changes it."""

from __future__ import annotations

import pytest
from shapely import affinity
from shapely.ops import unary_union

from batikstudio.motifs.generators import probe
from tests.support.laid import area
from tests.support.motif_properties import DIAGONAL, HALF, MIRROR, TURN, assert_every_choice_draws_something_else

BACK, UPSIDE_DOWN, OTHER_DIAGONAL = [0, 1, -1, 0], [1, 0, 0, -1], [0, -1, -1, 0]


def test_every_choice_draws_something_else():
    assert_every_choice_draws_something_else(probe.GENERATOR)


@pytest.mark.parametrize("map_", [TURN, HALF, BACK, MIRROR, UPSIDE_DOWN, DIAGONAL, OTHER_DIAGONAL], ids=str)
def test_the_probe_is_changed_by_every_turn_and_mirror(map_):
    motif = probe.GENERATOR.motif()
    whole = unary_union([area(part) for part in motif.parts])
    assert whole.symmetric_difference(affinity.affine_transform(whole, [*map_, 0, 0])).area > 0.25 * whole.area
