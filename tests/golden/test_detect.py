"""The symmetry tutor's detector: every group with and without noise, larger cells, broken pictures, motifs."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.design.settings import apply
from batikstudio.design.templates import from_motif, from_template
from batikstudio.motifs.catalogue import catalogue
from batikstudio.pattern import detect as module
from batikstudio.pattern.detect import detect, detect_frieze, sample
from batikstudio.pattern.groups import FRIEZES, GROUPS, cosets, in_mm
from batikstudio.pattern.plain_words import BANDS, WALLPAPER
from batikstudio.studio.symmetry import symmetry_of_design
from tests.support.lattice_tiles import BASES, PROBE, SAMPLES, band_of, noisy, tile_of

# The groups that the literature gives the classical motifs (see the constructions that each motif names as its source).
PUBLISHED = {
    **dict.fromkeys(("kawung", "truntum", "ceplok", "grompol", "ganggong", "nitik", "jlamprang", "poleng"), "p4m"),
    **dict.fromkeys(("parang_rusak", "parang_barong", "parang_gendreh", "parang_klithik"), "p2"),
    "banji": "p4",
    "udan_liris": "p1",
    "tumpal": "pm",
}


def drawn(group, without=None):
    basis = BASES[GROUPS[group].lattice]
    images = cosets(group, basis)
    return tile_of([one for number, one in enumerate(images) if number != without], basis), basis


def test_the_detector_knows_nothing_of_the_oracle():
    text = Path(module.__file__).read_text(encoding="utf-8")
    names = [node.module for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
    assert not [name for name in names if name.startswith("tests")]


@pytest.mark.parametrize("group", GROUPS)
def test_every_wallpaper_group_with_and_without_noise(group):
    tile, basis = drawn(group)
    for picture in (tile, noisy(tile), np.roll(tile, (37, 101), (0, 1)), 255.0 - tile):
        found = detect(picture, basis)
        assert (found.group, found.nearly, found.spots) == (group, group, ())
        assert found.confidence > 0.7


@pytest.mark.parametrize("group", FRIEZES)
def test_every_frieze_group_with_and_without_noise(group):
    band = band_of(in_mm(FRIEZES[group], BASES["rectangular"]), 60.0)
    for picture in (band, noisy(band), np.roll(band, 77, 1)):
        found = detect_frieze(picture)
        assert (found.group, found.nearly, found.spots) == (group, group, ())
        assert found.confidence > 0.6


@pytest.mark.parametrize("group", ["p4g", "cmm", "pgg", "p2"])
@pytest.mark.parametrize(("across", "down"), [(2, 1), (1, 2), (2, 2), (3, 1)])
def test_a_cell_that_holds_smaller_ones_is_cut_down(group, across, down):
    tile, basis = drawn(group)
    (ax, ay), (bx, by) = basis
    found = detect(
        np.tile(tile, (down, across))[::down, ::across], ((across * ax, across * ay), (down * bx, down * by))
    )
    assert found.group == group
    assert area(found.basis) == pytest.approx(area(detect(tile, basis).basis), rel=1e-6)


def area(basis):
    (ax, ay), (bx, by) = basis
    return abs(ax * by - ay * bx)


@pytest.mark.parametrize("group", ["p4m", "p6", "cm", "pmg"])
def test_slanting_vectors_of_the_same_lattice_give_the_same_group(group):
    """A half-drop's lattice may be a centred one, whose mirrors no slanting cell shows at once."""
    tile, basis = drawn(group)
    n = len(tile)
    y, x = np.mgrid[0:n, 0:n]
    (ax, ay), (bx, by) = basis
    # v' = v + 2u: the sample at (s, t) of the new cell lies at (s + 2t, t) of the old.
    assert detect(tile[y, (x + 2 * y) % n], ((ax, ay), (bx + 2 * ax, by + 2 * ay))).group == group


@pytest.mark.parametrize("group", ["p4m", "p4g", "p6m", "p3m1", "p6"])
@pytest.mark.parametrize("noise", [False, True])
def test_a_missing_copy_is_found_where_it_is_missing(group, noise):
    missing = 2
    tile, basis = drawn(group, missing)
    found = detect(noisy(tile) if noise else tile, basis)
    assert found.group != group
    assert found.nearly == group
    hole = cosets(group, basis)[missing].apply(PROBE)
    inverse = np.linalg.inv(np.array(found.basis).T)
    assert found.spots
    for spot in found.spots:
        place = np.array(found.basis).T @ np.array([spot.u, spot.v])
        away = inverse @ (hole - place).T
        apart = np.array(found.basis).T @ (away - np.round(away))
        assert np.hypot(*apart).min() < 4.0, spot


@pytest.mark.parametrize("group", ["p4m", "p3m1", "pgg", "cm", "p6"])
def test_found_elements_map_the_tile_to_itself(group):
    tile, basis = drawn(group)
    found = detect(np.roll(tile, (31, 57), (0, 1)), basis)
    assert found.axes or found.centres
    n = SAMPLES
    rolled = np.roll(tile, (31, 57), (0, 1))
    inverse = np.linalg.inv(np.array(basis).T)
    v, u = np.mgrid[0:n, 0:n] / n
    points = np.stack((u, v), axis=-1).reshape(-1, 2) @ np.array(basis)
    spread = rolled.var()
    for one in (*found.axes, *found.centres):
        where = np.rint(one.isometry.apply(points) @ inverse.T * n).astype(int) % n
        image = rolled[where[:, 1], where[:, 0]].reshape(n, n)
        assert ((image - rolled) ** 2).mean() / (2 * spread) < 0.1, one


def test_a_flat_tile_and_pure_noise_have_no_broken_places():
    flat = detect(np.full((96, 96), 7.0), BASES["square"])
    assert flat.spots == ()
    static = detect(np.random.default_rng(3).normal(0, 50, (96, 96)), BASES["square"])
    assert (static.group, static.nearly) == ("p1", "p1")


def test_a_cell_outside_the_picture_is_not_read():
    picture = np.zeros((50, 60))
    assert sample(picture, ((50.0, 0.0), (0.0, 40.0)), (5.0, 5.0)) is not None
    assert sample(picture, ((50.0, 0.0), (0.0, 40.0)), (15.0, 5.0)) is None


def test_a_cell_is_read_where_it_lies():
    y, x = np.mgrid[0:200, 0:300] + 0.5
    tile = sample(3.0 * x + 2.0 * y, ((80.0, 20.0), (-30.0, 60.0)), (50.0, 10.0), 24, 1)
    v, u = np.mgrid[0:24, 0:24] / 24
    np.testing.assert_allclose(tile[..., 0], 3.0 * (50 + 80 * u - 30 * v) + 2.0 * (10 + 20 * u + 60 * v), atol=1e-9)


@pytest.mark.parametrize("motif", sorted(set(PUBLISHED) & set(catalogue().ids)))
def test_classical_motifs_have_the_group_that_is_published(motif):
    found = symmetry_of_design(from_motif(motif))
    assert found["group"] == PUBLISHED[motif]
    assert found["broken"] == []


@pytest.mark.parametrize("group", GROUPS)
def test_groups_of_rendered_designs_with_a_hand(group):
    design = from_template("symmetry-probe", {"group": group, "hand": "0.35"})
    found = symmetry_of_design(design)
    assert (found["group"], found["nearly"]) == (group, group)
    (ax, ay), (bx, by) = found["basis"]
    cell = design.fields[0].repeat.basis
    assert abs(ax * by - ay * bx) == pytest.approx(area(cell) / (2 if group in ("cm", "cmm") else 1), rel=1e-3)


@pytest.mark.parametrize("group", FRIEZES)
def test_bands_of_rendered_designs(group):
    design = apply(from_template("symmetry-probe"), "repeat", f"frieze {group}")
    found = symmetry_of_design(design)
    assert found["group"] == group
    # The band lies in the middle of the cloth: so does its axis.
    along = [one for one in found["axes"] if one["from"][1] == one["to"][1]]
    assert bool(along) == (group in ("p11g", "p2mg", "p11m", "p2mm"))
    for one in along:
        assert one["from"][1] == pytest.approx(250.0, abs=0.5)
        assert one["glide"] == pytest.approx(30.0 if group in ("p11g", "p2mg") else 0.0, abs=0.5)


def test_a_field_is_looked_at_apart_from_its_neighbours():
    design = apply(from_template("kawung"), "layout", "sarung")
    found = symmetry_of_design(design, (100.0, 300.0, 50.0, 50.0))
    assert (found["field"], found["group"]) == ("badan", "p4m")
    assert symmetry_of_design(design, (950.0, 300.0, 50.0, 50.0))["field"] == "kepala"


def test_what_is_laid_once_has_no_group():
    with pytest.raises(BatikError) as caught:
        symmetry_of_design(apply(from_template("kawung"), "repeat", "once"))
    assert caught.value.code == "symmetry.no_repeat"


def test_every_group_has_plain_words():
    assert set(WALLPAPER) == set(GROUPS)
    assert set(BANDS) == set(FRIEZES)
    for words in (*WALLPAPER.values(), *BANDS.values()):
        for text in (words.id, words.en):
            assert 1 <= text.count(".") <= 2
            assert len(text) < 130
    assert len({words.en for words in (*WALLPAPER.values(), *BANDS.values())}) >= 22
