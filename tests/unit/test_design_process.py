"""The process is the palette: which owner lies under wax in which bath, and the colour that comes of it."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from batikstudio.base.words import Words
from batikstudio.cloth.palette import swatches
from batikstudio.cloth.render import render
from batikstudio.cloth.viewport import Viewport, grid_of
from batikstudio.colour.spaces import lab_of_xyz, srgb_decode, xyz_of_linear_srgb
from batikstudio.design.edits import about, items, process, repeat
from batikstudio.design.invariants import problems
from batikstudio.design.process import baths, stages
from batikstudio.design.steps import step_kinds
from batikstudio.design.templates import from_template, templates
from batikstudio.design.workshop import processes, slot_of_rank
from batikstudio.geometry.affine import IDENTITY
from batikstudio.geometry.path import polyline
from batikstudio.motifs.motif import PART_KINDS, About, CustomaryRepeat, Motif, Part
from batikstudio.raster.coverage import Window

RANKS = {"kept", "line", "keep1", "keep2", "keep3", "ground"}

KEROKAN = {
    # (slot, part): waxes in the indigo bath, waxes in the soga bath. From the order of work, not from the program.
    ("putih", "areas"): (("tembok",), ("tembok",)),
    ("putih", "lines"): (("klowong",), ("klowong",)),
    ("putih", "isen"): (("klowong",), ("klowong",)),
    ("biru", "areas"): ((), ("biron",)),
    ("biru", "lines"): ((), ("biron",)),
    ("biru", "isen"): ((), ("biron",)),
    ("soga", "areas"): (("klowong",), ()),
    ("soga", "lines"): (("klowong",), ()),
    ("soga", "isen"): (("klowong",), ()),
    ("ireng", "areas"): ((), ()),
    ("ireng", "lines"): ((), ()),
    ("ireng", "isen"): ((), ()),
}


@pytest.fixture
def kerokan():
    return from_template("kawung")


def _hue(lab):
    return np.degrees(np.arctan2(lab[2], lab[1])) % 360


def test_kerokan_truth_table(kerokan):
    indigo, soga = baths(kerokan)
    assert (indigo.uptake.dye, soga.uptake.dye) == ("indigo", "soga")
    found = {
        owner: (tuple(coat.wax for coat in indigo.waxed[owner]), tuple(coat.wax for coat in soga.waxed[owner]))
        for owner in indigo.waxed
    }
    assert found == KEROKAN
    told = {owner: tuple(bath.waxes for bath in one.baths) for owner, one in swatches(kerokan).items()}
    assert told == KEROKAN


def test_kerokan_gives_white_blue_brown_and_black(kerokan):
    lab = {slot: swatches(kerokan)[slot, "areas"].lab for slot in ("putih", "biru", "soga", "ireng")}
    assert lab["putih"][0] > 85
    assert np.hypot(*lab["putih"][1:]) < 12
    assert 15 < lab["biru"][0] < 45
    assert lab["biru"][2] < -10
    assert 20 < lab["soga"][0] < 60
    assert 30 < _hue(lab["soga"]) < 85
    assert np.hypot(*lab["soga"][1:]) > 15
    assert lab["ireng"][0] < 25
    assert np.hypot(*lab["ireng"][1:]) < 15


def test_without_the_white_cecek_the_scraped_isen_turn_brown(kerokan):
    off = process.enable(kerokan, "nyeceki", False)
    white, brown = swatches(kerokan), swatches(off)
    assert white["putih", "isen"].srgb == white["putih", "areas"].srgb
    assert brown["putih", "isen"].srgb == brown["soga", "isen"].srgb
    assert brown["putih", "areas"].srgb == white["putih", "areas"].srgb


def _square(x: float, size: float = 14.0):
    half = size / 2
    return polyline([(x - half, -half), (x + half, -half), (x + half, half), (x - half, half)], closed=True)


def _cloth_with_squares():
    """A design with a white area, a white isen, a brown isen and a blue area, each 14 mm wide, on the black ground."""
    known = Words("Uji", "Test")
    motif = Motif(
        About("squares", known, known, "test", known, "made for this test"),
        (
            Part("areas", "body", _square(10)),
            Part("isen", "filler", _square(30)),
            Part("isen", "accent", _square(50)),
            Part("areas", "heart", _square(70)),
        ),
        CustomaryRepeat("grid", 100.0, 40.0),
    )
    design = from_template("symmetry-probe", {"process": "sogan-kerokan"})
    design = items.delete(design, [item.id for item in design.fields[0].items()])
    slots = {"body": "putih", "filler": "putih", "accent": "soga", "heart": "biru"}
    design, _ = items.place(design, design.fields[0].layers[0].id, motif, IDENTITY, slots)
    design = repeat.set_size(design, design.fields[0].id, 100.0, 40.0, scale_items=False)
    return about.set_look(design, uneven=0.0, weave=False)


MIDDLES = {
    ("putih", "areas"): 10,
    ("putih", "isen"): 30,
    ("soga", "isen"): 50,
    ("biru", "areas"): 70,
    ("ireng", "areas"): 90,
}


def _middles(design):
    """Return the median colour of 4 mm in the middle of each square, as rendered."""
    grid = grid_of(design, 150)
    kx, ky = grid.px_per_mm
    found = {}
    for owner, x_mm in MIDDLES.items():
        window = Window(round((x_mm - 2) * kx), round(38 * ky), round(4 * kx), round(4 * ky))
        pixels = render(design, Viewport(window, grid.px_per_mm), grid=grid)
        found[owner] = np.median(pixels.reshape(-1, 3), axis=0)
    return found


@pytest.mark.parametrize("white_cecek", [True, False])
def test_rendered_pixels_have_the_colours_of_the_palette(white_cecek):
    design = process.enable(_cloth_with_squares(), "nyeceki", white_cecek)
    assert not [one for one in problems(design) if one.severity == "fault"]
    pixels, known = _middles(design), swatches(design)
    for owner, seen in pixels.items():
        np.testing.assert_allclose(seen, known[owner].srgb, atol=6, err_msg=str(owner))
    isen = pixels["putih", "isen"]
    brighter = isen.mean() - pixels["soga", "isen"].mean()
    if white_cecek:
        np.testing.assert_allclose(isen, pixels["putih", "areas"], atol=6)
        assert brighter > 80
    else:
        assert abs(brighter) < 6
    assert lab_of_xyz(xyz_of_linear_srgb(srgb_decode(pixels["ireng", "areas"] / 255.0)))[0] < 25


@pytest.mark.parametrize("known", processes().values(), ids=processes())
def test_every_process_is_sound(known):
    ranks = [slot.rank for slot in known.slots]
    assert len(set(ranks)) == len(ranks)
    assert set(ranks) <= RANKS
    assert {"kept", "ground"} <= set(ranks)
    assert len({slot.id for slot in known.slots}) == len(known.slots)
    assert len({step.id for step in known.steps}) == len(known.steps)
    assert not any(step.id.isdigit() for step in known.steps)  # steps are also called by their numbers
    for step in known.steps:
        kind = step_kinds()[step.kind]
        assert set(step.settings) == {parameter.key for parameter in kind.parameters}, step.id
        assert kind.complete(step.settings) == step.settings
        assert step.name.id
        assert step.name.en
    assert known.steps[-1].kind == "boil"
    for words in (known.name, known.about):
        assert words.id
        assert words.en
    assert known.source


@pytest.mark.parametrize("process_id", processes())
def test_every_process_gives_every_slot_a_colour_of_its_own_and_no_problem(process_id):
    design, _ = process.set_process(from_template("kawung"), process_id)
    found = problems(design)
    assert [one for one in found if one.severity != "note"] == []
    colours = [np.array(swatches(design)[slot.id, "areas"].lab) for slot in design.slots]
    for index, one in enumerate(colours):
        for other in colours[index + 1 :]:
            assert np.linalg.norm(one - other) > 10
    assert not any(stages(design)[-1].after.values())


@pytest.mark.parametrize("other", processes())
@pytest.mark.parametrize("template", templates())
def test_a_process_and_back(template, other):
    design = from_template(template)
    there, lost = process.set_process(design, other)
    assert [one for one in problems(there) if one.severity == "fault"] == []
    ranks = {slot.rank for slot in processes()[other].slots}
    assert set(lost) == {slot.id for slot in design.slots if slot.rank not in ranks}
    back, _ = process.set_process(there, design.colourway.process)
    assert back.slots == design.slots
    assert back.steps == design.steps
    if not lost:
        assert back == design


def test_a_rank_that_is_missing_is_stood_in_for(kerokan):
    kelengan = processes()["kelengan"].slots
    assert slot_of_rank(kelengan, "line").rank == "kept"
    assert slot_of_rank(kelengan, "keep1").rank == "ground"
    assert slot_of_rank(kerokan.slots, "keep3").rank == "keep1"


def test_a_process_takes_over_where_the_design_names_a_colourway_that_it_does_not_have(kerokan):
    lame = replace(kerokan, process="w9")
    changed, _ = process.set_process(lame, "kelengan")
    assert changed.colourway.process == "kelengan"
    assert {one.code for one in problems(changed) if one.severity == "fault"} == {"design.process_missing"}


GUARDS = {
    "medel": ("dye", "strange", "step.unknown_dye", "fault"),
    "nembok": ("slots", [], "step.wax_covers_nothing", "warning"),
    "nglowong": ("temperature_c", 50.0, "step.wax_too_cold", "warning"),
    "ngiseni": ("temperature_c", 90.0, "step.wax_too_hot", "warning"),
    "ngerok": ("wax", "biron", "step.nothing_to_scrape", "warning"),
}


@pytest.mark.parametrize("step_id", GUARDS)
def test_what_would_go_wrong_on_a_real_cloth_is_said_at_the_step(kerokan, step_id):
    key, value, code, severity = GUARDS[step_id]
    step = kerokan.colourway.step(step_id)
    spoiled = replace(step, settings=step.settings | {key: value})
    colourway = replace(kerokan.colourway, steps=tuple(spoiled if one.id == step_id else one for one in kerokan.steps))
    found = problems(replace(kerokan, colourways=(colourway,)))
    assert (severity, code, step_id) in {(one.severity, one.code, one.where) for one in found}


def test_the_order_of_work_is_guarded(kerokan):
    last = len(kerokan.steps) - 1
    boiled_first = process.move(kerokan, "nglorod", 0)
    codes = {(one.code, one.where) for one in problems(boiled_first)}
    assert ("step.nothing_to_boil", "nglorod") in codes
    assert ("process.wax_left", "nyoga") in codes
    everything = process.set_setting(kerokan, "nembok", "slots", [slot.id for slot in kerokan.slots])
    everything = process.set_setting(everything, "nembok", "parts", list(PART_KINDS))
    assert ("step.everything_waxed", "medel") in {(one.code, one.where) for one in problems(everything)}
    assert problems(process.move(boiled_first, "nglorod", last)) == problems(kerokan) == ()
