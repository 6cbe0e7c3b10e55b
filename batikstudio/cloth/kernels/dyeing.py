"""Wax, dye and colour: the loops over pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.compiled import kernel

Field = NDArray[np.float32]
Mask = NDArray[np.uint8]

EDGE_LOW, EDGE_HIGH = 0.12, 0.78
"""Between which shares of open cloth the dye goes from nothing to all: the width of the seep at a wax edge."""


@kernel
def blurred(cover: Mask, taps: Field, out: Field) -> None:
    """Blur a wax map, 0 to 255, to shares 0 to 1 with a separable filter.

    Where the whole window of the filter is open or waxed, the result is exactly 0 or 1.

    Parameters
    ----------
    cover : ndarray of shape (h + 2 r, w + 2 r), uint8
    taps : ndarray of shape (2 r + 1,), float32
        Adds up to 1.
    out : ndarray of shape (h, w), float32
    """
    reach = taps.shape[0] // 2
    columns = out.shape[1]
    width = cover.shape[1]
    size = 2 * reach + 1
    lines = np.empty((size, columns), np.float32)  # the last rows, blurred along x
    zeros = np.zeros(columns, np.int32)  # how many rows in a row were exactly 0 …
    ones = np.zeros(columns, np.int32)  # … or exactly 1
    for row in range(cover.shape[0]):
        line = lines[row % size]
        same = 0  # how many pixels up to here equal the one before
        for x in range(width):
            same = same + 1 if x and cover[row, x] == cover[row, x - 1] else 0
            column = x - 2 * reach
            if column < 0:
                continue
            if same >= 2 * reach:
                total = np.float32(cover[row, x]) * np.float32(1.0 / 255.0)
                if cover[row, x] == 255:
                    total = np.float32(1.0)
            else:
                total = np.float32(0.0)
                for k in range(size):
                    total += taps[k] * np.float32(cover[row, column + k])
                total *= np.float32(1.0 / 255.0)
            line[column] = total
            zeros[column] = zeros[column] + 1 if total == 0.0 else 0
            ones[column] = ones[column] + 1 if total == 1.0 else 0
        target = row - 2 * reach
        if target < 0:
            continue
        for column in range(columns):
            if zeros[column] >= size:
                out[target, column] = 0.0
            elif ones[column] >= size:
                out[target, column] = 1.0
            else:
                total = np.float32(0.0)
                for k in range(size):
                    total += taps[k] * lines[(target + k) % size, column]
                out[target, column] = min(total, np.float32(1.0))


@kernel
def edge_access(share: Field, edge_noise: Field, gain: float, out: Field) -> None:
    """Turn shares of wax into access of the dye: 0 under wax, 1 in the open, a ragged seep between.

    All of shape (h, w), float32; ``gain`` says how ragged. Exactly 0 where the share is 1, exactly 1 where it is 0.
    """
    low, high = np.float32(EDGE_LOW), np.float32(EDGE_HIGH)
    scale = np.float32(1.0) / (high - low)
    rough = np.float32(4.0 * gain)
    rows, columns = share.shape
    for row in range(rows):
        for column in range(columns):
            b = share[row, column]
            opened = np.float32(1.0) - b
            e = opened + rough * b * opened * edge_noise[row, column]
            t = min(max((e - low) * scale, np.float32(0.0)), np.float32(1.0))
            out[row, column] = t * t * (np.float32(3.0) - np.float32(2.0) * t)


@kernel
def take_up(
    amount: Field, access: Field, evenness: Field, uptake: float, saturation: float, dips: int, most: float
) -> None:
    """Let a bath act: ``amount += (saturation - amount) (1 - (1 - access uptake evenness)^dips)``, in place.

    Exponential approach to saturation, all dips at once; ``most`` bounds the share that one dip gives. Where access
    is 0 the amount stays to the last digit. Shapes (h, w), float32.
    """
    rate, top, limit = np.float32(uptake), np.float32(saturation), np.float32(most)
    rows, columns = amount.shape
    for row in range(rows):
        for column in range(columns):
            share = min(access[row, column] * rate * evenness[row, column], limit)
            if share <= 0.0:
                continue
            left = np.float32(1.0) - share
            power, count, base = np.float32(1.0), dips, left
            while count:
                if count & 1:
                    power *= base
                base *= base
                count >>= 1
            amount[row, column] += (top - amount[row, column]) * (np.float32(1.0) - power)


@kernel
def colour(
    amounts: NDArray[np.float32], dye_ks: Field, cloth_ks: Field, weights: Field, shade: Field, out: NDArray[np.float32]
) -> None:
    """Turn amounts of dye into linear sRGB by single-constant Kubelka-Munk in a few bands.

    Parameters
    ----------
    amounts : ndarray of shape (dyes, h, w), float32
    dye_ks : ndarray of shape (dyes, bands), float32
        K/S per unit amount.
    cloth_ks : ndarray of shape (bands,), float32
    weights : ndarray of shape (bands, 3), float32
        From reflectances to linear sRGB.
    shade : ndarray of shape (h, w), float32
        Multiplies the light at the very end: the weave.
    out : ndarray of shape (h, w, 3), float32
        0 to 1.
    """
    dyes, rows, columns = amounts.shape
    bands = cloth_ks.shape[0]
    one, two = np.float32(1.0), np.float32(2.0)
    surface, inner = np.float32(0.012), np.float32(0.988)
    ks = np.empty(columns, np.float32)
    red, green, blue = np.empty(columns, np.float32), np.empty(columns, np.float32), np.empty(columns, np.float32)
    for row in range(rows):
        red[:] = 0.0
        green[:] = 0.0
        blue[:] = 0.0
        for band in range(bands):
            ks[:] = cloth_ks[band]
            for dye in range(dyes):
                k = dye_ks[dye, band]
                for column in range(columns):
                    ks[column] += amounts[dye, row, column] * k
            wr, wg, wb = weights[band, 0], weights[band, 1], weights[band, 2]
            for column in range(columns):
                x = ks[column]
                # 1 + x - sqrt(x² + 2x), written so that deep colours lose no digits
                reflectance = surface + inner / (one + x + np.sqrt(x * (x + two)))
                red[column] += wr * reflectance
                green[column] += wg * reflectance
                blue[column] += wb * reflectance
        for column in range(columns):
            s = shade[row, column]
            out[row, column, 0] = min(max(red[column] * s, np.float32(0.0)), one)
            out[row, column, 1] = min(max(green[column] * s, np.float32(0.0)), one)
            out[row, column, 2] = min(max(blue[column] * s, np.float32(0.0)), one)


@kernel
def encode(light: NDArray[np.float32], table: Mask, factor: int, out: NDArray[np.uint8]) -> None:
    """Average blocks of ``factor`` by ``factor`` pixels of linear light and encode them through a table.

    Parameters
    ----------
    light : ndarray of shape (h factor, w factor, 3), float32
    table : ndarray of shape (n,), uint8
        sRGB code of linear light ``index / (n - 1)``.
    factor : int
    out : ndarray of shape (h, w, 3), uint8
    """
    rows, columns = out.shape[0], out.shape[1]
    top = np.float32(table.shape[0] - 1)
    share = np.float32(1.0 / (factor * factor))
    for row in range(rows):
        for column in range(columns):
            for channel in range(3):
                total = np.float32(0.0)
                for j in range(factor):
                    for i in range(factor):
                        total += light[row * factor + j, column * factor + i, channel]
                out[row, column, channel] = table[int(total * share * top + np.float32(0.5))]


def warm_up() -> None:
    """Compile or load the kernels."""
    field = np.zeros((1, 1), np.float32)
    light = np.zeros((1, 1, 3), np.float32)
    table = np.zeros(2, np.uint8)
    blurred(np.zeros((3, 3), np.uint8), np.full(3, 1 / 3, np.float32), field)
    edge_access(field, field, 0.1, field.copy())
    take_up(field.copy(), field, field, 0.1, 1.0, 1, 0.995)
    bands = np.zeros((1, 8), np.float32)
    colour(field[None], bands, bands[0], np.zeros((8, 3), np.float32), field, light)
    encode(light, table, 1, np.zeros((1, 1, 3), np.uint8))
