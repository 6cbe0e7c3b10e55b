"""Lay copies of shapes over a window of the pixel grid and share its pixels out among their owners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.geometry.rings import Rings
from batikstudio.raster import kernel
from batikstudio.raster.kernel import Coverage, Integers


class Window(NamedTuple):
    """A rectangle of whole pixels on the grid of the cloth."""

    x_px: int
    y_px: int
    width_px: int
    height_px: int


@dataclass(frozen=True, eq=False)
class Snapped:
    """Rings on the grid of 1/256 pixel, with the box of each.

    Attributes
    ----------
    points : ndarray of shape (n, 2), int64
    starts : ndarray of shape (rings + 1,), int64
    boxes : ndarray of shape (rings, 4), int64
    """

    points: Integers
    starts: Integers
    boxes: Integers

    @cached_property
    def area_px(self) -> int:
        """The area of all rings' boxes together, pixels."""
        sides = (self.boxes[:, 2:] - self.boxes[:, :2] >> 8) + 1
        return int((sides[:, 0] * sides[:, 1]).sum())


@dataclass(frozen=True, eq=False)
class Copies:
    """One shape at many places; ``offsets`` has shape (copies, 2), int64, in 1/256 px."""

    shape: Snapped
    offsets: Integers

    @property
    def arrays(self) -> tuple[Integers, Integers, Integers, Integers]:
        """Points, starts, boxes and offsets, as the kernel takes them."""
        return self.shape.points, self.shape.starts, self.shape.boxes, self.offsets


def snap(rings: Rings, px_per_mm: tuple[float, float], places: Sequence[Affine] = (IDENTITY,)) -> Snapped:
    """Put rings in mm on the grid of 1/256 pixel, once for each place.

    A place that mirrors turns the rings' direction round, so that every copy is filled alike.
    """
    kx, ky = px_per_mm
    maps = np.array([(a * kx, b * ky, c * kx, d * ky, e * kx, f * ky) for a, b, c, d, e, f in places])
    count, lengths = len(maps), np.diff(rings.starts)
    points = np.empty((count * len(rings.points), 2), np.int64)
    boxes = np.empty((count * len(rings), 4), np.int64)
    starts = np.zeros(count * len(rings) + 1, np.int64)
    np.cumsum(np.tile(lengths, count), out=starts[1:])
    kernel.place(rings.points, rings.starts, maps, points, boxes)
    return Snapped(points, starts, boxes)


def snap_offsets(shifts_mm: NDArray[np.float64], px_per_mm: tuple[float, float]) -> Integers:
    """Put shifts in mm, shape (n, 2), on the grid; a whole number of pixels stays one, exactly."""
    snapped: Integers = np.floor(shifts_mm * (np.array(px_per_mm) * kernel.ONE_PX) + 0.5).astype(np.int64)
    return snapped


def partition(groups: Sequence[tuple[int, Sequence[Copies]]], owners: int, window: Window, rest: int = 0) -> Coverage:
    """Share out each pixel among owners.

    Drawing order is kept by going from the top down: what a group covers that nothing above it covers is its owner's.
    Because coverage is accumulated over all groups before it is cut off at one, shapes that abut leave no hairline
    between them.

    Parameters
    ----------
    groups : sequence of (owner, copies)
        From the top down; ``owner`` is an index below ``owners``.
    owners : int
        How many there are.
    window : Window
    rest : int
        The owner that takes what nothing covers.

    Returns
    -------
    ndarray of shape (owners, height, width), uint8
        Adds up to 255 in every pixel.
    """
    shape = (window.height_px, window.width_px)
    acc = np.zeros((shape[0], shape[1] + 2), np.int32)
    winding = np.zeros(shape, np.int32)
    above = np.zeros(shape, np.uint8)
    shares = np.zeros((owners, *shape), np.uint8)
    for owner, copies in _of_one_owner(groups):
        # Where shapes are few, only their own boxes are looked at; where they fill the window, the whole of it, once.
        sparse = sum(one.shape.area_px * len(one.offsets) for one in copies) < shape[0] * shape[1]
        for one in copies:
            kernel.accumulate(acc, winding, *one.arrays, window.x_px, window.y_px, sparse)
        if not sparse:
            kernel.settle(acc, winding, above, shares[owner])
            continue
        for one in copies:
            kernel.claim(winding, above, shares[owner], one.shape.boxes, one.offsets, window.x_px, window.y_px)
    shares[rest] += 255 - above
    return shares


def _of_one_owner(groups: Sequence[tuple[int, Sequence[Copies]]]) -> Iterator[tuple[int, list[Copies]]]:
    """Join groups that follow each other and have the same owner."""
    for owner, run in groupby(groups, key=lambda group: group[0]):
        yield owner, [one for _, copies in run for one in copies]


def mask(copies: Sequence[Copies], window: Window) -> Coverage:
    """Return the coverage of shapes alone, 0 to 255, shape (height, width)."""
    share: Coverage = partition([(1, copies)], 2, window)[1]
    return share
