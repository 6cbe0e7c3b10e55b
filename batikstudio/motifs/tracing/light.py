"""Even out the light on a photographed sheet, and tell the ink from the paper."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from batikstudio.motifs.tracing.picture import Grey

Mask = NDArray[np.bool_]

_BLOCK = 8
_BLOCKS, _PERCENTILE = 15, 75
"""The paper's brightness is the 75th percentile of the means of 15 x 15 blocks: a median would sink under strokes."""
_WIDE_BLOCKS, _WIDE_PERCENTILE = 61, 90
_COVERED = 0.75
"""Where the near paper is this much darker than the paper around, it is an area of ink and no shadow."""
SAUVOLA_PX, SAUVOLA_K, _HALF_RANGE = 51, 0.2, 0.5
_PEAK_PX, _GRAIN_PX, _DEPTH = 9, 0.8, 0.42
"""The edge of a blurred line lies where it is half as dark as its middle, which is looked for within some pixels."""
_LEAST_HOLE_PX = 14.0
"""Smaller holes are the grain of the paper."""
_FAINT = 0.4
"""A speck with less than this share of the usual ink's darkness is dirt."""


def evenly_lit(grey: Grey) -> Grey:
    """Return the picture divided by the brightness of its paper: paper is 1, black ink near 0.

    Parameters
    ----------
    grey : ndarray of shape (H, W), float32
        0 to 1, at least 16 pixels a side.
    """
    from scipy.ndimage import percentile_filter, zoom

    height, width = grey.shape
    rows, columns = -(-height // _BLOCK), -(-width // _BLOCK)
    padded = np.pad(grey, ((0, rows * _BLOCK - height), (0, columns * _BLOCK - width)), mode="edge")
    means = padded.reshape(rows, _BLOCK, columns, _BLOCK).mean(axis=(1, 3))
    near = percentile_filter(means, _PERCENTILE, size=_BLOCKS, mode="nearest")
    # The wide filter looks at every fourth block: it only has to bridge large areas of ink.
    coarse = percentile_filter(means[::4, ::4], _WIDE_PERCENTILE, size=_WIDE_BLOCKS // 4, mode="nearest")
    wide = zoom(coarse, (rows / coarse.shape[0], columns / coarse.shape[1]), order=1, mode="nearest", grid_mode=True)
    paper = np.where(near < _COVERED * wide, wide, near)
    full = zoom(paper, _BLOCK, order=1, mode="nearest", grid_mode=True)[:height, :width]
    lit: Grey = np.clip(grey / np.maximum(full, 1e-3), 0.0, 1.0).astype(np.float32)
    return lit


def ink_of(lit: Grey, least_px: float, bias: float = 0.0) -> Mask:
    """Return where there is ink on evenly lit paper.

    Parameters
    ----------
    lit : ndarray of shape (H, W), float32
        As `evenly_lit` gives it.
    least_px : float
        Specks of ink with a smaller area, and holes in it, are dropped, px².
    bias : float
        -1 to 1: below 0 only the darkest is ink, above 0 faint pencil too.

    References
    ----------
    J. Sauvola, M. Pietikäinen, Adaptive document image binarization, Pattern Recognition 33, 2000.
    """
    from skimage.filters import threshold_otsu, threshold_sauvola

    limit = threshold_sauvola(lit, SAUVOLA_PX, SAUVOLA_K * (1 - bias), _HALF_RANGE)
    dark = min(float(threshold_otsu(lit)), 0.6) * (1 + bias / 2)  # the middle of a wide area has no contrast of its own
    ink: Mask = (lit < limit) | (lit < dark)
    ink &= _inside_half_depth(lit)
    ink = _without_small(ink, least_px)
    ink = ~_without_small(~ink, max(least_px, _LEAST_HOLE_PX))
    labels, count = labelled(ink)
    if not count:
        return ink
    darkness = 1.0 - lit
    usual = float(np.median(darkness[ink]))
    sums = np.bincount(labels.ravel(), darkness.ravel(), count + 1)
    areas = np.bincount(labels.ravel(), minlength=count + 1)
    keep = sums / np.maximum(areas, 1) > _FAINT * usual
    keep[0] = False
    return np.asarray(keep[labels], np.bool_)


def _inside_half_depth(lit: Grey) -> Mask:
    """Return what is nearly half as dark as the darkest place close by: so wide is a line, however it is blurred."""
    from scipy.ndimage import gaussian_filter, maximum_filter

    darkness = gaussian_filter(1.0 - lit, _GRAIN_PX)
    return np.asarray(darkness >= _DEPTH * maximum_filter(darkness, _PEAK_PX), np.bool_)


def labelled(mask: Mask) -> tuple[NDArray[np.int32], int]:
    """Return the number of the piece that each pixel of a mask is in, from 1, and how many there are; corners join."""
    from scipy.ndimage import label

    numbers = np.zeros(mask.shape, np.int32)
    count = label(mask, np.ones((3, 3)), output=numbers)
    return numbers, int(count)


def _without_small(mask: Mask, least_px: float) -> Mask:
    labels, count = labelled(mask)
    areas = np.bincount(labels.ravel(), minlength=count + 1)
    keep = areas >= least_px
    keep[0] = False
    return np.asarray(keep[labels], np.bool_)
