"""Repeats in a design: whole numbers on the cloth, whole copies at an edge, frames that follow, scattered copies."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace
from shapely.geometry import Polygon

from batikstudio.base.errors import BatikError
from batikstudio.cloth.maps import coverage
from batikstudio.cloth.viewport import grid_of
from batikstudio.design.copies import frame_of, images, kept, room_of
from batikstudio.design.edits import cloth, items, repeat
from batikstudio.design.invariants import problems
from batikstudio.design.process import owners
from batikstudio.design.settings import apply, settings_of
from batikstudio.design.shapes import hull, item_shapes
from batikstudio.design.templates import from_motif, from_template
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.pattern.lattice import wrap_rectangle
from batikstudio.studio.hit import item_at


def probe(**settings):
    return from_template("symmetry-probe", {key: str(value) for key, value in settings.items()})


def codes(design):
    return {one.code for one in problems(design)}


@pytest.mark.parametrize("axes", ["x", "y", "both"])
@pytest.mark.parametrize("name", ["grid", "half-drop 1/3", "brick 2/5", "mirror xy", "tubrukan", "mlampah-sareng"])
def test_a_whole_number_fits_after_the_least_change(axes, name):
    design = apply(from_motif("kawung", {"size_mm": "47.3", "height_mm": "61.1"}), "repeat", name)
    before = design.fields[0].repeat
    fitted = repeat.fit_to_cloth(design, "badan", axes)
    after = fitted.fields[0].repeat
    room = (fitted.cloth.length_mm, fitted.cloth.width_mm)
    for axis in (0, 1):
        was, now = (wrap_rectangle(one.basis)[axis] for one in (before, after))
        if axes in ("xy"[axis], "both"):
            count = room[axis] / now
            assert count == pytest.approx(round(count), abs=1e-9)
            # No other whole number is nearer to what it was.
            assert abs(room[axis] / was - round(count)) <= 0.5
        else:
            assert now == pytest.approx(was, rel=1e-12)
    assert repeat.fitted_axes(fitted, "badan") == axes
    assert repeat.fit_to_cloth(fitted, "badan", axes) == fitted
    assert apply(fitted, "fit", axes) == fitted


@pytest.mark.parametrize("name", ["hexagon", "mubeng"])
def test_a_repeat_that_keeps_its_shape_fits_one_way(name):
    design = apply(probe(size_mm=47.0), "repeat", name)
    for axis, side in (("x", 0), ("y", 1)):
        fitted = repeat.fit_to_cloth(design, "badan", axis)
        count = 500.0 / wrap_rectangle(fitted.fields[0].repeat.basis)[side]
        assert count == pytest.approx(round(count), abs=1e-9)
        (item,) = fitted.fields[0].items()
        assert math.hypot(item.transform.a, item.transform.b) == pytest.approx(
            math.hypot(item.transform.c, item.transform.d)
        )


def test_what_cannot_fit_is_refused():
    for name, axes in (("once", "x"), ("frieze p2", "y"), ("hexagon", "both")):
        design = apply(probe(size_mm=47.0), "repeat", name)
        with pytest.raises(BatikError) as caught:
            repeat.fit_to_cloth(design, "badan", axes)
        assert caught.value.code == "repeat.cannot_fit"
    assert settings_of(design)["fit"].parameter.default == "none"


def test_a_band_fits_along_its_length():
    fitted = repeat.fit_to_cloth(apply(probe(size_mm=47.0), "repeat", "frieze p1"), "badan", "x")
    assert 500.0 / fitted.fields[0].repeat.basis[0][0] == pytest.approx(11, abs=1e-9)


TRIANGLE = ((60.0, 30.0), (460.0, 110.0), (210.0, 430.0))


def within(design, field, outline):
    """Return every copy of the item that lies whole in an outline, by testing each point of each of them."""
    (item,) = field.items()
    shapes = item_shapes(design, field, item, 0.02)
    points = np.concatenate([shape.rings.points for shape in shapes])
    frame, polygon, found = frame_of(field), Polygon(outline).buffer(1e-6), set()
    for number, image in enumerate(images(field.repeat)):
        for i in range(-30, 30):
            for j in range(-30, 30):
                shift = np.array([(i, j)]) @ np.array(field.repeat.basis)
                laid = frame.apply(image.apply(points) + shift)
                if (laid.min(axis=0) > -50).all() and polygon.covers(Polygon(laid).convex_hull):
                    found.add((number, i, j))
    return found


@pytest.mark.parametrize("name", ["half-drop 1/3", "radial 3"])
@pytest.mark.parametrize("angle", [0.0, 27.0])
def test_only_whole_copies_are_laid_and_all_of_them(name, angle):
    design = apply(probe(), "repeat", name)
    field = replace(design.fields[0], outline=(TRIANGLE,), angle_deg=angle, edge="whole")
    design = replace(design, fields=(field,))
    (item,) = field.items()
    corners = hull(design, field, [item])
    rect = room_of(design.cloth, field)
    found = set()
    for number, image in enumerate(images(field.repeat)):
        (x0, y0), (x1, y1) = image.apply(corners).min(axis=0), image.apply(corners).max(axis=0)
        steps = translations(field.repeat.basis, (x0, y0, x1, y1), rect)
        found |= {(number, i, j) for i, j in kept(design, field, image, steps, lambda: corners).tolist()}
    expected = within(design, field, TRIANGLE)
    assert found == expected
    assert len(expected) > 10


def test_a_copy_that_fits_exactly_is_whole_and_the_hand_takes_room():
    design = from_motif("kawung", {"cloth.length_mm": "300", "cloth.width_mm": "200"})
    field = replace(design.fields[0], edge="whole")
    design = replace(design, fields=(field,))
    steps = np.array([(0, 0), (1, 0), (2, 0)])
    square = np.array([(0.0, 10.0), (50.0, 10.0), (50.0, 60.0), (0.0, 60.0)])
    field = replace(field, repeat=replace(field.repeat, basis=((125.0, 0.0), (0.0, 125.0))))
    assert kept(design, field, Affine(), steps, lambda: square).tolist() == [[0, 0], [1, 0], [2, 0]]
    by_hand = replace(design, look=replace(design.look, hand=0.4))
    assert kept(by_hand, field, Affine(), steps, lambda: square).tolist() == [[1, 0]]


def test_the_cloth_and_the_pointer_agree_on_what_is_whole():
    """Where a copy is left out the cloth shows the ground and nothing can be taken hold of."""
    cut = apply(probe(size_mm=47), "repeat", "half-drop 1/3")
    whole = cloth.set_edge(cut, "badan", "whole")
    grid = grid_of(whole, 40)
    ground = owners(whole).index((whole.fields[0].ground, "areas"))
    shares = [coverage(one, grid.cloth.window, grid.px_per_mm).shares[ground] for one in (cut, whole)]
    gone = np.argwhere((shares[0] == 0) & (shares[1] == 255))
    stays = np.argwhere((shares[0] == 0) & (shares[1] == 0))
    assert len(gone) > 50
    assert len(stays) > 500
    for rows, there in ((gone, False), (stays, True)):
        for y, x in rows[:: len(rows) // 20]:
            spot = (x + 0.5) / grid.px_per_mm[0], (y + 0.5) / grid.px_per_mm[1]
            assert (item_at(whole, *spot, 0.0) is not None) is there
            assert item_at(cut, *spot, 0.0) is not None


def test_a_frame_follows_the_cloth():
    design = apply(probe(), "repeat", "frame")
    longer = cloth.set_cloth(design, length_mm=900.0)
    assert len(longer.fields[0].repeat.places) == len(design.fields[0].repeat.places) + 2 * round(400 / 60)
    spots = np.array([(one.e, one.f) for one in longer.fields[0].repeat.places])
    assert spots[:, 0].max() > 800


def test_once_and_a_band_come_to_the_middle_of_the_field_and_back():
    design = probe()
    for name in ("once", "frieze p2"):
        laid = apply(design, "repeat", name)
        assert laid.fields[0].origin_mm == (250.0, 250.0)
        assert item_at(laid, 254.0, 262.0, 3.0) is not None
        assert problems(laid) == ()


def test_a_group_does_not_linger_where_places_are_set():
    design = probe(group="p4m")
    for name in ("toss 5", "radial 6", "once", "frieze p1m1", "frame", "mubeng"):
        assert apply(design, "repeat", name).fields[0].repeat.group == "p1"


def test_scattered_copies_are_told_when_they_no_longer_fit():
    design = apply(probe(size_mm=120), "repeat", "toss 6")
    assert not codes(design) & {"repeat.copies_collide", "repeat.fewer_fit"}
    (item,) = design.fields[0].items()
    assert "repeat.copies_collide" in codes(items.transform(design, [item.id], Affine.scaling(2.5)))
    again = repeat.set_repeat(items.transform(design, [item.id], Affine.scaling(2.5)), "badan", "toss 6")
    found = {one.code: one.facts for one in problems(again)}
    assert found["repeat.fewer_fit"] == {"asked": 6, "laid": len(again.fields[0].repeat.places)}
    assert "repeat.copies_collide" not in found


def test_a_larger_cell_scatters_a_larger_drawing_anew():
    design = apply(probe(size_mm=120), "repeat", "toss 7")
    larger = repeat.set_size(design, "badan", 240.0, 240.0)
    assert len(larger.fields[0].repeat.places) == 7
    assert "repeat.copies_collide" not in codes(larger)
    steps = shifts_mm(larger.fields[0].repeat.basis, np.array([(1, 0)]))
    assert steps.tolist() == [[240.0, 0.0]]


def test_another_seed_scatters_anew():
    design = apply(probe(size_mm=120), "repeat", "toss 6")
    assert apply(design, "seed", "1") == design
    assert apply(design, "seed", "2").fields[0].repeat.places != design.fields[0].repeat.places
