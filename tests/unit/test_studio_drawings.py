"""Items of a design as a drawing: where they lie, in their slots' colours, and back again with their roles."""

from __future__ import annotations

import re

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.cloth.palette import swatches
from batikstudio.design.edits import items
from batikstudio.design.embedding import resolve
from batikstudio.design.templates import from_motif
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.svg import motif_from_svg
from batikstudio.studio.drawings import selection_svg


@pytest.fixture
def design():
    design = from_motif("kawung")
    layer = design.fields[0].layers[0].id
    place = Affine.translation(12.3456789, -7) @ Affine.rotation(33) @ Affine.scaling(-0.7, 0.7)
    design, _ = items.place(design, layer, catalogue().motif("truntum"), place)
    return design


def test_what_is_written_comes_back_where_it_lay_with_its_roles(design):
    read = motif_from_svg(selection_svg(design), "x").motif
    laid = [(part, item.transform) for item in design.fields[0].items() for part in resolve(design, item.motif).parts]
    assert len(read.parts) == len(laid)
    for one, (part, transform) in zip(read.parts, laid, strict=True):
        assert (one.kind, one.role, one.cap, one.even_odd) == (part.kind, part.role, part.cap, part.even_odd)
        assert one.width_mm == pytest.approx(part.width_mm)
        assert np.abs(one.path.points - part.path.transformed(transform).points).max() < 1e-6
    assert read.repeat.width_mm == design.fields[0].repeat.width_mm


def test_colours_are_those_of_the_slots(design):
    chosen = next(design.fields[0].items())
    slots = {slot.id for slot in design.slots}
    known = {
        f"#{r:02x}{g:02x}{b:02x}"
        for (slot, _), (r, g, b) in ((owner, one.srgb) for owner, one in swatches(design).items())
        if slot in slots
    }
    text = selection_svg(design, [chosen.id]).decode()
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', text))
    assert used
    assert used <= known


def test_one_motif_keeps_what_is_known_of_it_and_several_name_their_sources(design):
    first, second = design.fields[0].items()
    one = motif_from_svg(selection_svg(design, [first.id]), "x").motif.about
    assert (one.id, one.name) == ("kawung_salinan", catalogue().about("kawung").name)
    assert one.meaning == catalogue().about("kawung").meaning
    both = motif_from_svg(selection_svg(design, [first.id, second.id]), "x").motif.about
    assert all(catalogue().about(key).source in both.source for key in ("kawung", "truntum"))


def test_nothing_to_write_is_said(design):
    with pytest.raises(BatikError, match=r"item\.unknown"):
        selection_svg(design, ["nobody"])
    empty = items.delete(design, [item.id for item in design.fields[0].items()])
    with pytest.raises(BatikError, match=r"item\.none_chosen"):
        selection_svg(empty)
