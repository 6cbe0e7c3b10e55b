from __future__ import annotations

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.dyes.catalogue import dye, dyes, fabric, fabrics
from batikstudio.dyes.swatch import swatch, swatch_lab
from batikstudio.dyes.uptake import amount_after


def _dipped(dye_id: str, dips: int) -> float:
    one = dye(dye_id)
    return float(amount_after(0.0, 1.0, dips, one.uptake_per_dip, one.saturation))


@pytest.mark.parametrize(
    ("dye_id", "dips", "lightness"),
    [
        ("indigo", 1, 42),
        ("indigo", 2, 35),
        ("indigo", 3, 31),
        ("indigo", 6, 27),
        ("indigo", 12, 24),
        ("soga", 1, 63.5),
        ("soga", 3, 51),
        ("soga", 6, 44),
        ("soga", 12, 39),
        ("naphthol_red", 1, 39),
        ("naphthol_red", 2, 36),
        ("naphthol_red", 6, 35),
    ],
)
def test_lightness_falls_with_the_dips_as_it_should(dye_id, dips, lightness):
    lab = swatch_lab(fabric("prima"), {dye_id: _dipped(dye_id, dips)})
    assert lab[0] == pytest.approx(lightness, abs=1)


def test_blue_under_brown_is_black():
    ireng = {"indigo": _dipped("indigo", 8), "soga": _dipped("soga", 6)}
    lightness, a, b = swatch_lab(fabric("prima"), ireng)
    assert lightness < 25
    assert np.hypot(a, b) < 6


def test_pale_indigo_under_tegeran_is_green_and_deep_indigo_is_not():
    pale = swatch_lab(fabric("prima"), {"indigo": 0.12, "tegeran": 1.0})
    deep = swatch_lab(fabric("prima"), {"indigo": 1.0, "tegeran": 1.0})
    assert pale[1] < -10
    assert pale[2] > 10
    assert deep[2] < 0


def test_only_remazol_has_turquoise():
    def is_turquoise(dye_id: str) -> bool:
        lightness, a, b = swatch_lab(fabric("prima"), {dye_id: 1.0})
        return bool(lightness > 40 and a < -15 and b < -15)

    turquoises = [one for one in dyes() if is_turquoise(one)]
    assert turquoises == ["turquoise"]
    assert {dye(one).kind for one in turquoises} == {"reactive"}


def test_dips_at_once_equal_dips_one_by_one():
    amount = np.float64(0.0)
    for _ in range(7):
        amount = amount_after(amount, 0.6, 1, 0.18, 1.25)
    assert amount == pytest.approx(float(amount_after(0.0, 0.6, 7, 0.18, 1.25)), rel=1e-12)


def test_one_dip_gives_its_share_of_what_is_missing():
    assert amount_after(0.25, 0.5, 1, 0.4, 1.25, strength=1.5) == pytest.approx(0.25 + 1.0 * 0.5 * 0.6)


def test_no_bath_is_so_strong_that_one_dip_gives_all():
    assert amount_after(0.0, 1.0, 1, 0.9, 1.25, strength=1.5) == pytest.approx(1.25 * 0.995)


def test_amounts_are_computed_for_an_image_at_once():
    access = np.linspace(0, 1, 12).reshape(3, 4)
    amounts = amount_after(np.full((3, 4), 0.1), access, 2, 0.3, 1.25)
    assert amounts.shape == (3, 4)
    assert amounts[0, 0] == 0.1


def test_an_undyed_cloth_is_its_own_swatch():
    np.testing.assert_allclose(swatch(fabric("biru"), {}), swatch(fabric("biru"), {"soga": 0.0}), rtol=1e-12)


@pytest.mark.parametrize(("ask", "code", "known"), [(dye, "dye.unknown", dyes), (fabric, "fabric.unknown", fabrics)])
def test_what_is_not_on_the_shelf_is_named_with_what_is(ask, code, known):
    with pytest.raises(BatikError) as caught:
        ask("plutonium")
    assert caught.value.code == code
    assert "plutonium" in caught.value.facts.values()
    assert caught.value.facts["known"] == list(known())


def test_a_swatch_of_an_unknown_dye_is_refused():
    with pytest.raises(BatikError, match=r"dye\.unknown"):
        swatch(fabric("prima"), {"plutonium": 1.0})
