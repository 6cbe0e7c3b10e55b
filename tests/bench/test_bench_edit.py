"""What an edit of one item among 2,000 costs: only the tiles that it touches are drawn anew."""

from __future__ import annotations

import time

import numpy as np
from msgspec.structs import replace

from batikstudio.cloth.cache import Cache
from batikstudio.cloth.render import render
from batikstudio.cloth.viewport import grid_of
from batikstudio.design.edits import items, repeat
from batikstudio.design.edits.place import change_layer
from batikstudio.design.templates import from_motif
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.catalogue import catalogue

COUNT, SIDE_MM = 2000, 400.0


def crowded():
    """Return a design of 2,000 small flowers in one cell of 40 cm."""
    design = from_motif("truntum")
    field = design.fields[0].id
    layer = design.fields[0].layers[0].id
    design = repeat.set_repeat(design, field, "grid", SIDE_MM, SIDE_MM)
    first = design.fields[0].layers[0].items[0]
    spread = np.random.default_rng(3).random((COUNT, 3)) * (SIDE_MM, SIDE_MM, 360.0)
    many = tuple(
        replace(first, id=f"i{n}", transform=Affine.translation(x, y) @ Affine.rotation(turn) @ Affine.scaling(0.3))
        for n, (x, y, turn) in enumerate(spread.tolist())
    )
    return change_layer(design, layer, lambda one: replace(one, items=many)), layer


def test_adding_one_item_to_2000_draws_only_what_it_touches():
    design, layer = crowded()
    grid = grid_of(design, 100)
    store = Cache(1 << 30)

    def seconds(one):
        start = time.process_time()
        picture = render(one, grid.repeat, grid=grid, store=store)
        return time.process_time() - start, picture

    first, before = seconds(design)
    again, _ = seconds(design)
    added, _ = items.place(
        design, layer, catalogue().motif("truntum"), Affine.translation(200.0, 200.0) @ Affine.scaling(0.3)
    )
    one, after = seconds(added)
    changed = np.argwhere(np.any(before != after, axis=2))
    whole = before.shape[0] * before.shape[1]
    box = np.prod(np.ptp(changed, axis=0) + 1)
    print(
        f"\n2,000 items on {whole / 1e6:.1f} MP: all {first:.2f} s CPU, again {again:.3f} s, one more {one:.3f} s; "
        f"{len(changed)} pixels changed, in {100 * box / whole:.2f} % of the picture"
    )
    assert len(changed)
    assert one < first / 5
