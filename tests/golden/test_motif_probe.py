"""The probe: every turn and every mirror changes it."""

from __future__ import annotations

import pytest

from batikstudio.motifs.generators import probe
from tests.support.motif_properties import (
    DIAGONAL,
    HALF,
    MIRROR,
    TURN,
    assert_every_choice_draws_something_else,
    by_role,
    differs,
)


def test_every_choice_draws_something_else():
    assert_every_choice_draws_something_else(probe.GENERATOR)


@pytest.mark.parametrize("map_", [TURN, HALF, MIRROR, DIAGONAL])
def test_probe_is_changed_by_every_turn_and_mirror(map_):
    motif = probe.GENERATOR.motif()
    (flag,) = by_role(motif, "areas", "body")
    assert differs(motif, flag, map_, 15.0) > 0.2
