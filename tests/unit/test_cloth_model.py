"""What wax and dye do: nothing under wax, four colours of sogan, no hairline between two waxes, resolution."""

import numpy as np
import pytest
from msgspec.structs import replace

from batikstudio.cloth.maps import coverage, plan_of
from batikstudio.cloth.render import render
from batikstudio.cloth.simulate import Simulation, stages_until
from batikstudio.cloth.viewport import Viewport, grid_of
from batikstudio.colour.difference import ciede2000
from batikstudio.colour.spaces import lab_of_xyz, srgb_decode, xyz_of_linear_srgb
from batikstudio.design.edits import about, items, process
from batikstudio.design.templates import from_template
from batikstudio.geometry.affine import IDENTITY
from batikstudio.geometry.path import polyline
from batikstudio.motifs.motif import About, CustomaryRepeat, Motif, Part, Words
from batikstudio.raster.coverage import Window

NAME = Words("Uji", "Test")


def lab(pixels):
    return lab_of_xyz(xyz_of_linear_srgb(srgb_decode(np.asarray(pixels, float) / 255)))


def patchwork(parts):
    """Return a kelengan-free cloth: one motif of the given parts on a 40 mm grid, evenly dyed, without weave."""
    design = from_template("kawung", {"size_mm": "40", "uneven": "0", "weave": "no"})
    design = items.delete(design, ["i1"])
    motif = Motif(About("uji", NAME, NAME, "latar", NAME, "test"), tuple(parts), CustomaryRepeat("grid", 40, 40))
    return items.place(design, "l1", motif, IDENTITY)[0]


def square(x0, y0, x1, y1):
    return polyline([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], closed=True)


def cell(design, dpi=300, view="cloth", after=None):
    grid = grid_of(design, dpi)
    side = round(40 * grid.px_per_mm[0])
    return render(design, Viewport(Window(0, 0, side, side), grid.px_per_mm), view, after, grid=grid)


@pytest.fixture(scope="module")
def four():
    """White, blue and brown squares on the black ground."""
    return patchwork(
        [
            Part("areas", "body", square(2, 2, 12, 12)),
            Part("areas", "heart", square(15, 2, 25, 12)),
            Part("areas", "accent", square(28, 2, 38, 12)),
            Part("lines", "outline", polyline([(2, 20), (38, 20)]), 2.0),
            Part("isen", "filler", polyline([(2, 30), (38, 30)]), 2.0),
        ]
    )


def test_sogan_kerokan_gives_its_four_colours(four):
    pixels = cell(four)
    k = pixels.shape[0] / 40
    white, blue, brown, black = (lab(pixels[round(7 * k), round(x * k)]) for x in (7, 20, 33, 13.5))
    assert white[0] > 90
    assert blue[0] < 35
    assert blue[2] < -12
    assert 30 < brown[0] < 55
    assert brown[1] > 10
    assert brown[2] > 15
    assert black[0] < 25
    line, isen = lab(pixels[round(20 * k), round(20 * k)]), lab(pixels[round(30 * k), round(20 * k)])
    assert float(ciede2000(line, brown)) < 1
    assert float(ciede2000(isen, white)) < 1


def test_without_re_dotting_white_cecek_turn_brown(four):
    k = cell(four).shape[0] / 40
    spot = (round(30 * k), round(20 * k))
    with_wax, without = cell(four)[spot], cell(process.enable(four, "nyeceki", False))[spot]
    assert lab(with_wax)[0] > 90
    assert float(ciede2000(lab(without), lab(cell(four)[round(20 * k), round(20 * k)]))) < 1


def test_areas_fully_under_wax_take_exactly_no_dye(four):
    grid = grid_of(four, 300)
    side = round(40 * grid.px_per_mm[0])
    part = Simulation(four, plan_of(four, grid.px_per_mm), Window(0, 0, side, side), grid.px_per_mm, grid.period_px)
    held = part.after(stages_until(four, None)).amounts
    k = side / 40
    inside = held[:, round(3.5 * k) : round(10.5 * k), round(3.5 * k) : round(10.5 * k)]
    assert inside.max() == 0.0
    assert held.max() > 0.5


def test_waxes_that_meet_edge_to_edge_let_no_hairline_through():
    """A slanted joint between an area of tembok and lines of klowong, laid in two steps and in two slots."""
    joint = [(2.0, 2.0), (33.3, 37.1)]
    left = polyline([(2, 2), (33.3, 37.1), (2, 37.1)], closed=True)
    right = polyline([(2, 2), (33.3, 2), (33.3, 37.1)], closed=True)
    design = patchwork([Part("areas", "body", left), Part("areas", "accent", right)])
    for dpi in (150, 300):
        grid = grid_of(design, dpi)
        side = round(40 * grid.px_per_mm[0])
        part = Simulation(
            design, plan_of(design, grid.px_per_mm), Window(0, 0, side, side), grid.px_per_mm, grid.period_px
        )
        after_indigo = part.after(stages_until(design, 5)).amounts[0]
        (x0, y0), (x1, y1) = joint
        k = side / 40
        for t in np.linspace(0.15, 0.85, 40):
            x, y = round((x0 + t * (x1 - x0)) * k), round((y0 + t * (y1 - y0)) * k)
            assert after_indigo[y - 2 : y + 3, x - 2 : x + 3].max() == 0.0


def test_dye_comes_from_the_back_where_cold_wax_does_not_go_through(four):
    cold = process.set_setting(four, "nembok", "temperature_c", 50.0)
    cold = process.set_setting(cold, "nembok", "sides", "front")
    k = cell(four).shape[0] / 40
    spot = (round(7 * k), round(7 * k))
    assert lab(cell(cold)[spot])[0] < lab(cell(four)[spot])[0] - 10


def test_no_dye_is_made_from_nothing(four):
    grid = grid_of(four, 150)
    part = Simulation(four, plan_of(four, grid.px_per_mm), Window(0, 0, 200, 200), grid.px_per_mm, grid.period_px)
    done = stages_until(four, 5)
    access = part.access(done[-1].before)
    dyed = part.after(done)
    assert dyed.amounts[0].mean() <= access.mean() * dyed.dyes[0].saturation


def test_the_wax_view_is_the_wax(four):
    assert cell(four, 100, "wax", 0).max() == 0
    waxed = cell(four, 100, "wax", 4)
    k = waxed.shape[0] / 40
    assert waxed[round(7 * k), round(7 * k)] == 255
    assert waxed[round(7 * k), round(20 * k)] == 0
    assert cell(four, 100, "wax").max() == 0


def test_flat_has_the_colours_of_the_palette_and_no_other(four):
    from batikstudio.cloth.palette import swatches

    known = {one.srgb for one in swatches(four).values()}
    found = {tuple(int(v) for v in one) for one in np.unique(cell(four, 80, "flat").reshape(-1, 3), axis=0)}
    assert found <= known
    assert len(found) == 4


def test_fields_share_the_cloth_without_a_gap(four):
    """A slanted border between two fields: every pixel still adds up, and each field keeps to its side."""
    first = four.fields[0]
    upper = replace(first, id="tepi", ground="soga", layers=(), outline=(((0, 0), (40, 0), (40, 13.3), (0, 21.7)),))
    design = replace(four, fields=(first, upper))
    maps = coverage(design, Window(0, 0, 400, 400), (10.0, 10.0))
    assert (maps.shares.sum(axis=0, dtype=int) == 255).all()
    ground = maps.shares[maps.owners.index(("soga", "areas"))]
    assert (ground[20, 20:380] == 255).all()
    assert ground[300, 200] == 0


@pytest.mark.slow
def test_150_dpi_looks_like_300(capsys):
    """Both reduced to 50 dpi in linear light."""
    design = about.set_look(from_template("kawung"), weave=False)
    reduced = []
    for dpi, factor in ((300, 6), (150, 3)):
        grid = grid_of(design, dpi)
        size = 50 * factor * 2
        pixels = render(design, Viewport(Window(0, 0, size, size), grid.px_per_mm), grid=grid)
        light = srgb_decode(pixels / 255.0).reshape(size // factor, factor, size // factor, factor, 3).mean(axis=(1, 3))
        reduced.append(lab_of_xyz(xyz_of_linear_srgb(light)))
    off = ciede2000(*reduced)
    with capsys.disabled():
        print(f"\n150 against 300 dpi at 50 dpi: mean {off.mean():.2f}, p95 {np.percentile(off, 95):.2f}")
    assert off.mean() < 0.8
    assert np.percentile(off, 95) < 3
