"""``render(design, viewport)``: the one function behind the screen, thumbnails, tests and files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Literal, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import QUIET, Progress
from batikstudio.cloth.cache import Cache
from batikstudio.cloth.kernels.dyeing import colour, encode
from batikstudio.cloth.maps import plan_of
from batikstudio.cloth.palette import fabric_of, swatches
from batikstudio.cloth.simulate import Simulation, stages_until
from batikstudio.cloth.viewport import Grid, Viewport
from batikstudio.colour.spaces import srgb_decode, srgb_table
from batikstudio.colour.spectrum import bands
from batikstudio.design.document import Design
from batikstudio.raster.coverage import Window

Picture = NDArray[np.uint8]
View = Literal["cloth", "pola", "wax", "flat"]
VIEWS: tuple[View, ...] = get_args(View)

BAND_ROWS = 128
"""Rows in one go at the simulated resolution's own scale: small enough to stay in the processor's cache."""
TILE_PX = 512
"""How wide a tile is where pictures are kept: an edit draws anew the tiles that it touches."""
AREA_TINT = 0.2
"""How strongly areas are tinted in the view of the pola."""
WAX_FILMS: dict[str, tuple[float, float, float]] = {
    "klowong": (0.62, 0.36, 0.13),
    "tembok": (0.74, 0.52, 0.24),
    "biron": (0.55, 0.36, 0.18),
}
"""What a film of each wax lets through of linear light: amber, the tembok lighter. Looks are estimates."""
WAX_SCATTER = 0.06
"""What the film itself adds, of its own colour: wax on a black cloth is not black."""


def render(
    design: Design,
    viewport: Viewport,
    view: View = "cloth",
    after: int | None = None,
    *,
    grid: Grid | None = None,
    store: Cache | None = None,
    progress: Progress = QUIET,
) -> Picture:
    """Render a window of the cloth.

    Pure and local: equal pixels of the grid get equal values in whatever window, band or thread they are rendered.

    Parameters
    ----------
    design : Design
    viewport : Viewport
    view : str
        ``"cloth"``: dyed, with the wax that is on it; ``"pola"``: lines in their slot's colour, areas tinted;
        ``"wax"``: where wax covers the cloth; ``"flat"``: each pixel the final colour of its topmost slot.
    after : int, optional
        How many steps are done, 0 for the bare cloth; all where it is left out.
    grid : Grid, optional
        The grid of the viewport; with a period, the wrap is exact.
    store : Cache, optional
        Keeps coverage and dye between calls.
    progress : Progress

    Returns
    -------
    ndarray of shape (h, w, 3), uint8
        sRGB; for ``"wax"`` shape (h, w), 255 under wax.

    Raises
    ------
    BatikError
        ``view.unknown``; ``step.number_unknown`` for an ``after`` beyond the last step.
    Cancelled
        If the progress says so.
    """
    if view not in VIEWS:
        raise BatikError("view.unknown", view=view, known=list(VIEWS))
    if after is not None and not 0 <= after <= len(design.steps):
        raise BatikError("step.number_unknown", number=after, last=len(design.steps))
    window, factor = viewport.window, viewport.supersampling if view in ("cloth", "pola") else 1
    out = np.empty((window.height_px, window.width_px) + (() if view == "wax" else (3,)), np.uint8)
    draw = {"cloth": _cloth, "pola": _pola, "wax": _wax, "flat": _flat}[view]
    kx, ky = viewport.px_per_mm
    fine_px = (kx * factor, ky * factor)
    plan = plan_of(design, fine_px)
    period = (grid.period_px[0] * factor, grid.period_px[1] * factor) if grid and grid.period_px else None
    deeds = _deeds(design, view, after)

    def tile(place: Window) -> None:
        """Draw a part of the picture; what was drawn before of the same things is taken from the store."""
        fine = Window(*(value * factor for value in place))
        part = Simulation(design, plan, fine, fine_px, period, store or Cache())
        x, y = place.x_px - window.x_px, place.y_px - window.y_px
        key = ("picture", deeds, part.drawn_key, part.place, factor)
        (drawn,) = part.store.get(key, lambda: (draw(part, after, factor),))
        out[y : y + place.height_px, x : x + place.width_px] = drawn

    # Tiles are as wide as the window where nothing is kept: then all that counts is the time for the whole.
    tiles = tuple(_tiles(window, TILE_PX if store else window.width_px, max(BAND_ROWS // factor, 1)))
    with ThreadPoolExecutor(min(os.cpu_count() or 1, 2)) as pool:
        for done, _ in enumerate(pool.map(tile, tiles), 1):
            progress.step(done / len(tiles))
    return out


def _tiles(window: Window, width_px: int, height_px: int) -> Iterator[Window]:
    """Yield the parts of a window, cut on a net of the cloth's pixels: they stay the same when the view moves on."""
    x_edges = _edges(window.x_px, window.width_px, width_px)
    y_edges = _edges(window.y_px, window.height_px, height_px)
    for y0, y1 in pairwise(y_edges):
        for x0, x1 in pairwise(x_edges):
            yield Window(x0, y0, x1 - x0, y1 - y0)


def _edges(start: int, length: int, step: int) -> list[int]:
    first = (start // step + 1) * step
    return [start, *range(first, start + length, step), start + length]


def _deeds(design: Design, view: View, after: int | None) -> bytes:
    """Return a digest of all that a picture depends on besides what is drawn and its place."""
    told = (view, after, design.colourway, design.slots, design.cloth.fabric, design.look)
    return hashlib.sha256(msgspec.msgpack.encode(told, order="deterministic")).digest()


def _cloth(part: Simulation, after: int | None, factor: int) -> Picture:
    done = stages_until(part.design, after)
    light = dyed_light(part, after)
    coats = done[-1].after if done else {}
    for wax, film in WAX_FILMS.items():
        waxed = frozenset(owner for owner, held in coats.items() if held and held[-1].wax == wax)
        if waxed:
            through = np.array(film, np.float32)
            share = part.inner_maps().under(waxed).astype(np.float32)[..., None] * np.float32(1.0 / 255.0)
            light += (through * (light + np.float32(WAX_SCATTER)) - light) * share
    return encoded(light, factor)


def dyed_light(part: Simulation, after: int | None) -> NDArray[np.float32]:
    """Return the linear light, shape (h, w, 3), of the dyed cloth without wax."""
    dyed = part.after(stages_until(part.design, after))
    table = bands()
    dye_ks = np.array([dye.ks8 for dye in dyed.dyes], np.float32).reshape(len(dyed.dyes), len(table.rows))
    cloth_ks = np.asarray(fabric_of(part.design).ks8, np.float32)
    light = np.empty((part.window.height_px, part.window.width_px, 3), np.float32)
    colour(dyed.amounts, dye_ks, cloth_ks, np.asarray(table.weights, np.float32), part.shade(), light)
    return light


def encoded(light: NDArray[np.float32], factor: int) -> Picture:
    """Average blocks of ``factor`` by ``factor`` pixels of linear light and encode them as sRGB."""
    out = np.empty((light.shape[0] // factor, light.shape[1] // factor, 3), np.uint8)
    encode(light, srgb_table(), factor, out)
    return out


def _wax(part: Simulation, after: int | None, _factor: int) -> Picture:
    done = stages_until(part.design, after)
    coats = done[-1].after if done else {}
    return part.inner_maps().under(frozenset(owner for owner, held in coats.items() if held))


def _pola(part: Simulation, _after: int | None, factor: int) -> Picture:
    maps = part.inner_maps()
    paper = np.ones(3)
    light = np.zeros((*maps.shares.shape[1:], 3), np.float32)
    for owner, swatch in swatches(part.design).items():
        colour_of = srgb_decode(np.array(swatch.srgb) / 255.0)
        if owner[1] == "areas":
            colour_of = paper + AREA_TINT * (colour_of - paper)
        share = maps.shares[maps.owners.index(owner)]
        if share.any():
            light += share[..., None] * (colour_of / 255.0).astype(np.float32)
    return encoded(np.minimum(light, np.float32(1.0)), factor)


def _flat(part: Simulation, _after: int | None, _factor: int) -> Picture:
    maps = part.inner_maps()
    colours = np.array([swatches(part.design)[owner].srgb for owner in maps.owners], np.uint8)
    picture: Picture = colours[maps.shares.argmax(axis=0)]
    return picture
