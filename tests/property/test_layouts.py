"""Layouts: whatever their measures, fields tile the cloth, rows hold whole copies, borders meet at their corners."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import unary_union
from shapely.geometry import Polygon, box

from batikstudio.base.errors import BatikError
from batikstudio.design.copies import field_at, frame_of
from batikstudio.design.edits import items, layers, layout
from batikstudio.design.edits.cloth import set_cloth
from batikstudio.design.embedding import resolve
from batikstudio.design.invariants import problems
from batikstudio.design.layouts import layouts
from batikstudio.design.schema import decode, encode
from batikstudio.design.settings import apply, settings_of
from batikstudio.design.templates import from_template
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.catalogue import catalogue

KEPALA_TUMPAL = 11


@st.composite
def arranged(draw):
    """Draw a layout with measures of its own on a cloth of its own; None where it has no room."""
    kind = layouts()[draw(st.sampled_from(sorted(layouts())))]
    values = {}
    for one in kind.parameters:
        if not draw(st.booleans()):
            continue
        if one.kind == "choice":
            values[one.key] = draw(st.sampled_from(sorted(one.choices)))
        elif one.kind == "int":
            values[one.key] = draw(st.integers(int(one.minimum), int(one.maximum)))
        else:
            values[one.key] = draw(st.floats(one.minimum, one.maximum))
    length = kind.length_mm * draw(st.floats(0.5, 2.0))
    width = kind.width_mm * draw(st.floats(0.5, 2.0))
    return kind, length, width, values


@settings(max_examples=150)
@given(arranged())
def test_panels_tile_the_cloth_without_gaps_or_overlaps(case):
    kind, length, width, values = case
    try:
        panels = kind.panels(length, width, values)
    except BatikError as error:
        assert error.code == "layout.no_room"  # noqa: PT017
        return
    pieces = [Polygon(polygon) for panel in panels for polygon in panel.outline]
    cloth = box(0, 0, length, width)
    assert all(piece.is_valid for piece in pieces)
    assert sum(piece.area for piece in pieces) == pytest.approx(cloth.area, rel=1e-9)
    assert unary_union(pieces).symmetric_difference(cloth).area < 1e-3
    ids = [panel.id for panel in panels]
    assert len(set(ids)) == len(ids)
    assert ids.count("badan") == 1
    assert panels[0].kind == "badan"


@pytest.mark.parametrize("layout_id", layouts())
def test_a_layout_makes_a_sound_design_that_can_be_written(layout_id):
    design = layout.apply(from_template("manggur-kawung"), layout_id)
    kind = layouts()[layout_id]
    assert (design.cloth.length_mm, design.cloth.width_mm) == (kind.length_mm, kind.width_mm)
    assert design.cloth.tube is kind.tube
    assert [one for one in problems(design) if one.severity == "fault"] == []
    again = decode(encode(design), design.assets)
    assert again == design
    assert encode(again) == encode(design)
    assert {field.id for field in design.fields} == {panel.id for panel in kind.panels(*design_size(design), {})}


def design_size(design):
    return design.cloth.length_mm, design.cloth.width_mm


@pytest.mark.parametrize("layout_id", layouts())
def test_rows_hold_whole_copies_and_frames_close(layout_id):
    design = layout.apply(from_template("kawung"), layout_id)
    for field in design.fields[1:]:
        kind, repeat = field.repeat.name.split(" ")[0], field.repeat
        outline = unary_union([Polygon(one) for one in field.outline])
        if kind == "frieze":
            x0, _, x1, _ = bounds_in_cell(field)
            count = (x1 - x0) / repeat.width_mm
            assert count == pytest.approx(round(count), abs=1e-9)
            assert x0 == pytest.approx(0.0, abs=1e-9)
        elif kind == "frame":
            assert sum(1 for one in repeat.places if abs(abs(one.a) - 0.5**0.5) < 1e-9) == 4
            # A border that meets itself: one ring around one hole.
            assert outline.geom_type == "Polygon"
            assert len(outline.interiors) == 1


def bounds_in_cell(field):
    points = frame_of(field).inverse().apply(np.concatenate([np.array(one) for one in field.outline]))
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return x0, y0, x1, y1


def test_a_sarung_is_laid_as_it_is_described():
    design = layout.apply(from_template("kawung"), "sarung")
    kepala = design.field("kepala")
    x = [point[0] for polygon in kepala.outline for point in polygon]
    assert (min(x), max(x)) == (760.0, 1240.0)
    assert 0.12 <= 480 / design.cloth.length_mm <= 0.25
    assert kepala.repeat.name == "frieze p11m"
    assert (1050 - 50 - 65) / kepala.repeat.width_mm == pytest.approx(KEPALA_TUMPAL)
    # Two mirrored rows that face each other across the middle.
    assert {(round(one.a), round(one.d)) for one in kepala.repeat.places} == {(1, 1), (1, -1)}
    around = design.cloth.length_mm / design.fields[0].repeat.width_mm
    assert around == pytest.approx(round(around), abs=1e-9)
    names = [field_at(design, x, 500.0).id for x in (100, 720, 1000, 1260, 1900)]
    assert names == ["badan", "papan_kiri", "kepala", "papan_kanan", "badan"]
    assert field_at(design, 1000.0, 10.0).id == "pinggiran_atas"


def test_what_was_drawn_stays_as_the_badan():
    design = from_template("manggur-kawung")
    before = design.fields[0]
    laid = layout.apply(design, "pagi_sore")
    after = laid.fields[0]
    assert (after.layers, after.repeat, after.ground) == (before.layers, before.repeat, before.ground)
    evening = laid.field("badan_sore")
    assert [one.motif for one in evening.items()] == [one.motif for one in before.items()]
    assert not {one.id for one in evening.items()} & {one.id for one in before.items()}
    assert evening.ground != before.ground
    undone = layout.apply(laid, "none")
    assert undone.fields == design.fields
    assert undone.layout is None


def test_what_is_drawn_in_a_part_stays_when_its_measure_changes():
    design = layout.apply(from_template("kawung"), "sarung")
    layer = design.field("papan_kiri").layers[0].id
    design, item = items.place(design, layer, catalogue().motif("probe"), Affine.translation(30.0, 0.0))
    wider = apply(design, "layout.papan_mm", "90")
    field, _, found = wider.find_item(item)
    assert field.id == "papan_kiri"
    assert resolve(wider, found.motif).about.id == "probe"
    assert wider.layout.values == {"papan_mm": 90.0}
    assert wider.cloth == design.cloth
    x = [point[0] for polygon in field.outline for point in polygon]
    assert max(x) - min(x) == pytest.approx(90.0)


def test_a_field_of_ones_own_is_kept():
    design = from_template("kawung")
    own = layout.apply(design, "taplak").field("pinggiran")
    from msgspec.structs import replace

    design = replace(design, fields=(*design.fields, replace(own, id="milikku")))
    assert [field.id for field in layout.apply(design, "sarung").fields][-1] == "milikku"


def test_a_larger_cloth_is_divided_anew():
    design = set_cloth(layout.apply(from_template("kawung"), "taplak"), length_mm=1300.0)
    pieces = [Polygon(polygon) for field in design.fields for polygon in field.outline]
    assert unary_union(pieces).area == pytest.approx(1300.0 * 1000.0)
    spots = [one.e for one in design.field("pinggiran").repeat.places]
    assert max(spots) > 1200


def test_a_layout_without_room_is_refused():
    with pytest.raises(BatikError) as caught:
        set_cloth(layout.apply(from_template("kawung"), "sarung"), length_mm=400.0)
    assert caught.value.code == "layout.no_room"
    with pytest.raises(BatikError) as caught:
        layout.apply(from_template("kawung"), "sarong")
    assert caught.value.code == "layout.unknown"


@pytest.mark.parametrize("layout_id", layouts())
def test_settings_of_a_layout_take_their_present_values(layout_id):
    design = apply(from_template("kawung"), "layout", layout_id)
    known = settings_of(design)
    for one in layouts()[layout_id].parameters:
        setting = known[f"layout.{one.key}"]
        assert apply(design, setting.key, str(setting.parameter.default)) == design
    assert apply(design, "layout", layout_id) == design
    design, _ = layers.add(design, design.fields[-1].id, "x")
    assert apply(design, "layout", layout_id) == design


def test_a_layout_of_a_newer_program_is_kept():
    from msgspec.structs import replace

    from batikstudio.design.document import Arrangement

    design = replace(from_template("kawung"), layout=Arrangement(id="sinjang"))
    assert apply(design, "layout", "sinjang") == design
    assert layout.apply(design, "slayer").layout.id == "slayer"


@pytest.mark.parametrize("layout_id", ["iket", "taplak", "slayer"])
def test_copies_of_a_square_border_join_without_a_gap(layout_id):
    design = layout.apply(from_template("kawung"), layout_id)
    frames = [field for field in design.fields if field.repeat.name == "frame"]
    assert frames
    for field in frames:
        assert field.repeat.residual_percent == pytest.approx(0.0, abs=1e-6)
