from __future__ import annotations

import re
import tomllib

import numpy as np
import pytest

from batikstudio.base.resources import asset_files
from batikstudio.colour.difference import ciede2000
from batikstudio.colour.kubelka_munk import ks_of_reflectance
from batikstudio.colour.spaces import lab_of_xyz, linear_srgb_of_hex, xyz_of_linear_srgb
from batikstudio.colour.spectrum import observer
from batikstudio.dyes.catalogue import dyes, fabric, fabrics
from batikstudio.dyes.dye import EVIDENCE, KINDS
from batikstudio.dyes.swatch import swatch_lab

DYE_KEYS = {"name", "kind", "evidence", "note", "source", "ks36"} | {
    "uptake_per_dip",
    "saturation",
    "mottle",
    "usual_dips",
}
FABRIC_KEYS = {"name", "evidence", "note", "source", "off_white", "reflectance", "absorbency", "yarns_per_cm"}
FILES = [*asset_files("dyes", ".toml"), *asset_files("fabrics", ".toml")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_has_its_keys_and_both_languages(file):
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    assert set(data) == (DYE_KEYS if "ks36" in data else FABRIC_KEYS)
    assert re.fullmatch(r"[a-z][a-z0-9_]*\.toml", file.name)
    assert data["source"].strip()
    assert data["evidence"] in EVIDENCE
    for words in (data["name"], data["note"]):
        assert set(words) == {"id", "en"}
        assert all(text == text.strip() != "" for text in words.values())


@pytest.mark.parametrize("dye", dyes().values(), ids=lambda dye: dye.id)
def test_a_dye_is_possible(dye):
    assert dye.kind in KINDS
    assert dye.ks.shape == observer().wavelengths_nm.shape
    assert np.all(np.isfinite(dye.ks))
    assert np.all(dye.ks >= 0)
    assert dye.ks.max() > 1, "amount 1 is full depth: something must absorb"
    assert 0 < dye.uptake_per_dip <= 1
    assert dye.saturation > 1
    assert 0 <= dye.mottle <= 0.5
    assert 1 <= dye.usual_dips <= 60


def test_no_fitted_dye_claims_to_be_measured():
    assert {dye.evidence for dye in dyes().values()} == {"fitted"}


def test_names_differ():
    for shelf in (dyes(), fabrics()):
        for language in ("id", "en"):
            assert len({one.name[language] for one in shelf.values()}) == len(shelf)


def test_natural_dyes_are_the_more_uneven():
    natural = [dye.mottle for dye in dyes().values() if dye.kind == "natural"]
    others = [dye.mottle for dye in dyes().values() if dye.kind != "natural"]
    assert min(natural) > max(others)


@pytest.mark.parametrize("cloth", fabrics().values(), ids=lambda cloth: cloth.id)
def test_a_cloth_has_the_off_white_it_was_fitted_to(cloth):
    target = lab_of_xyz(xyz_of_linear_srgb(linear_srgb_of_hex(cloth.off_white)))
    assert ciede2000(swatch_lab(cloth, {}), target) < 1.5
    assert 0.5 <= cloth.absorbency <= 1
    assert 10 <= cloth.yarns_per_cm <= 80


def test_prima_is_the_cloth_the_dyes_were_fitted_on():
    reflectance = 0.865 - 0.20 * np.exp(-(observer().wavelengths_nm - 380) / 75)
    np.testing.assert_allclose(fabric("prima").ks, ks_of_reflectance(reflectance), rtol=1e-12)


def test_finer_grades_are_whiter_thirstier_and_denser():
    grades = [fabric(one) for one in ("primissima", "prima", "biru", "batu", "blaco")]
    assert set(fabrics().values()) == set(grades)
    for values in (
        [swatch_lab(one, {})[0] for one in grades],
        [one.absorbency for one in grades],
        [one.yarns_per_cm for one in grades],
    ):
        assert values == sorted(values, reverse=True)
