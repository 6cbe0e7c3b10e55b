"""Every wallpaper and frieze group is found again in pictures, by a detector that shares no code with the generator."""

from __future__ import annotations

import ast
import math
from pathlib import Path

import numpy as np
import pytest

from batikstudio.cloth.render import render
from batikstudio.cloth.viewport import grid_of
from batikstudio.design.templates import from_motif, from_template
from batikstudio.motifs.catalogue import catalogue
from batikstudio.pattern.groups import FRIEZES, GROUPS, cosets, in_mm, lattice_types
from batikstudio.pattern.lattice import area_mm2, wrap_rectangle
from tests.support import symmetry_detector
from tests.support.lattice_tiles import BASES, SAMPLES, band_of, noisy, tile_of
from tests.support.symmetry_detector import detect, detect_frieze, fits, isometries, resample, residuals


def test_the_detector_is_apart_from_what_it_judges():
    tree = ast.parse(Path(symmetry_detector.__file__).read_text(encoding="utf-8"))
    names = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert not [name for name in names if name.startswith(("batikstudio", "tests"))]


def test_lattices_have_the_isometries_of_their_holohedry():
    assert {key: len(isometries(key)) for key in BASES} == {
        "oblique": 2,
        "rectangular": 4,
        "square": 8,
        "hexagonal": 12,
    }


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_found_in_a_plain_drawing(group):
    lattice = GROUPS[group].lattice
    tile = tile_of(cosets(group, BASES[lattice]), BASES[lattice])
    assert detect(tile, lattice) == group
    assert detect(noisy(tile), lattice) == group


@pytest.mark.parametrize("group", GROUPS)
def test_the_verdict_is_a_clear_one(group):
    """What fits, fits at least five times better than what is turned down, noise or not."""
    lattice = GROUPS[group].lattice
    tile = tile_of(cosets(group, BASES[lattice]), BASES[lattice])
    for picture in (tile, noisy(tile)):
        found = sorted(one.residual for one in residuals(picture, lattice))
        fitting = [value for value in found if value < symmetry_detector.TOLERANCE]
        others = [value for value in found if value >= symmetry_detector.TOLERANCE]
        assert max(fitting) < symmetry_detector.TOLERANCE / 4
        assert min(others, default=1.0) > 2 * symmetry_detector.TOLERANCE


@pytest.mark.parametrize("group", FRIEZES)
def test_a_frieze_group_is_found_in_a_plain_drawing(group):
    band = band_of(in_mm(FRIEZES[group], BASES["rectangular"]), 60.0)
    assert detect_frieze(band) == group
    assert detect_frieze(noisy(band)) == group


def test_a_missing_or_a_moved_copy_is_noticed():
    """The detector must not say what it is expected to say."""
    basis = BASES["square"]
    images = cosets("p4m", basis)
    assert detect(tile_of(images[:-1], basis), "square") != "p4m"
    plain = tile_of(images[:1], basis)
    assert detect(plain, "square") == "p1"
    assert detect((plain + plain.T) / 2, "square") == "cm"  # across a diagonal the lattice is centred
    assert detect((plain + plain[::-1, ::-1]) / 2, "square") == "p2"


def test_where_the_cell_begins_does_not_matter():
    tile = tile_of(cosets("p4g", BASES["square"]), BASES["square"])
    assert detect(np.roll(tile, (37, 101), (0, 1)), "square") == "p4g"


def picture_and_cell(settings, view, dpi):
    """Render some cells of the symmetry template; return the picture, and lattice and pixels per mm to read it with."""
    design = from_template("symmetry-probe", settings)
    grid = grid_of(design, dpi)
    picture = render(design, grid.rect(0.0, 0.0, 150.0, 150.0), view, grid=grid)
    return picture, design.fields[0].repeat, grid.px_per_mm


def cell_of(picture, basis, px_per_mm, origin_mm=(37.3, 11.9)):
    kx, ky = px_per_mm
    vectors = tuple((x * kx, y * ky) for x, y in basis)
    return resample(picture, vectors, (origin_mm[0] * kx, origin_mm[1] * ky), SAMPLES)


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_found_in_what_the_program_renders(group):
    picture, repeat, px_per_mm = picture_and_cell({"group": group}, "flat", 150)
    assert repeat.group == group
    lattice = "hexagonal" if GROUPS[group].lattice == "hexagonal" else "square"
    tile = cell_of(picture, repeat.basis, px_per_mm)
    # On a square lattice p1, pm, … are more than "at least": quarter turns and diagonals are tried and turned down.
    assert detect(tile, lattice) == group
    assert detect(noisy(tile), lattice) == group


@pytest.mark.parametrize("repeat", ["half-drop 1/3", "brick 2/5", "lereng 30"])
@pytest.mark.parametrize("group", ["p1", "p2"])
def test_slanting_repeats_keep_the_group(repeat, group):
    picture, found, px_per_mm = picture_and_cell({"repeat": repeat, "group": group}, "flat", 150)
    lattice = "square" if repeat.startswith("lereng") else "oblique"
    assert detect(cell_of(picture, found.basis, px_per_mm), lattice) == group


@pytest.mark.parametrize(("repeat", "group"), [("mirror x", "pm"), ("mirror y", "pm"), ("mirror xy", "pmm")])
def test_mirror_repeats_have_their_group(repeat, group):
    design = from_template("symmetry-probe", {"repeat": repeat, "size_mm": "40"})
    grid = grid_of(design, 150)
    picture = render(design, grid.rect(0.0, 0.0, 200.0, 200.0), "flat", grid=grid)
    tile = cell_of(picture, design.fields[0].repeat.basis, grid.px_per_mm)
    assert design.fields[0].repeat.group == group
    assert detect(tile, "rectangular") == group


def rendered_group(motif):
    """Return the group that is found in a motif laid by plain copies in its customary repeat."""
    repeat = from_motif(motif).fields[0].repeat
    assert repeat.group == "p1"
    width, height = wrap_rectangle(repeat.basis)
    # Room for the cell wherever its vectors point, at one and a half pixels a sample.
    design = from_motif(motif, {"cloth.length_mm": str(3 * width), "cloth.width_mm": str(3 * height)})
    grid = grid_of(design, 25.4 * 1.5 * SAMPLES / math.hypot(*repeat.basis[0]))
    picture = render(design, grid.rect(0.0, 0.0, 2 * width, 2 * height), "flat", grid=grid)
    basis, corner = repeat.basis, (0.9 * width, 0.1 * height)
    if lattice_types(basis)[-1] == "oblique" and abs(width * height / area_mm2(basis) - 2) < 1e-6:
        basis = ((width, 0.0), (0.0, height))  # of a half-drop by halves: the centred cell
    tile = cell_of(picture, basis, grid.px_per_mm, corner)
    finer = _primitive(tile, basis)
    if finer != basis:
        tile = cell_of(picture, finer, grid.px_per_mm, corner)
    return detect(tile, lattice_types(finer)[-1])


def _primitive(tile, basis):
    """Return the vectors along those of a cell after which its picture already comes again."""
    kind = lattice_types(basis)[-1]
    shifts = [fit.shift for fit in fits(tile, kind) if fit.matrix == (1, 0, 0, 1)]
    found = []
    for axis, vector in enumerate(basis):
        along = [s[axis] for s in shifts if min(s[1 - axis], 1 - s[1 - axis]) < 0.01 and 0.01 < s[axis] < 0.99]
        share = 1 / round(1 / min(along)) if along else 1.0
        found.append(tuple(share * v for v in vector))
    return tuple(found)


def test_motifs_have_the_symmetry_that_they_claim():
    claimed = {key: catalogue().motif(key).repeat.group for key in catalogue().ids}
    claimed = {key: group for key, group in claimed.items() if group}
    assert {"kawung", "truntum"} <= set(claimed)
    assert {key: rendered_group(key) for key in claimed} == claimed


@pytest.mark.parametrize("group", ["p4g", "p6"])
def test_the_dyed_cloth_shows_its_group(group):
    """With all that chance does to it, the cloth still has the symmetry of its pattern."""
    picture, repeat, px_per_mm = picture_and_cell({"group": group}, "cloth", 75)
    tile = cell_of(picture, repeat.basis, px_per_mm)
    assert detect(tile, GROUPS[group].lattice) == group


def test_a_cell_is_resampled_to_the_place_where_it_lies():
    """A ramp read through a slanting lattice, against its formula; and a cell that does not fit is refused."""
    y, x = np.mgrid[0:200, 0:300] + 0.5
    basis = ((80.0, 20.0), (-30.0, 60.0))
    tile = resample(3.0 * x + 2.0 * y, basis, (50.0, 10.0), 24)
    v, u = np.mgrid[0:24, 0:24] / 24
    expected = 3.0 * (50 + 80 * u - 30 * v) + 2.0 * (10 + 20 * u + 60 * v)
    np.testing.assert_allclose(tile, expected, atol=1e-9)
    with pytest.raises(ValueError, match="does not hold"):
        resample(np.zeros((200, 300)), ((400.0, 0.0), (0.0, 60.0)), (0.0, 0.0))


def test_what_lies_outside_is_moved_inside_by_lattice_vectors():
    y, x = np.mgrid[0:150, 0:150] + 0.5
    picture = np.cos(2 * np.pi * x / 60) + np.sin(2 * np.pi * y / 50)
    basis = ((60.0, 0.0), (0.0, 50.0))
    np.testing.assert_allclose(
        resample(picture, basis, (120.0, 120.0), 24), resample(picture, basis, (60.0, 70.0), 24), atol=0.02
    )
