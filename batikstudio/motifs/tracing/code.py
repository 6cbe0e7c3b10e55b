"""The number that a drawing sheet carries: a strip of black and white fields that a photograph can be trusted with.

A bit is a field pair, the upper black and the lower white for one and the other way round for nought: it is read by
comparing the two, whatever the light. 24 bits of number and 24 of check are printed at the top and again at the bottom.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

NUMBER_BITS = CHECK_BITS = 24
BITS = NUMBER_BITS + CHECK_BITS
_POLYNOMIAL, _START = 0x864CFB, 0xB704CE
_DOUBTFUL, _MOST_FLIPPED = 6, 3
"""So many of the weakest bits may be wrong, and so many of them at once: 42 ways, which a check of 24 bits tells
from chance (once in 400,000 readings of nothing)."""


def checksum(number: int) -> int:
    """Return the CRC-24 of the three bytes of a number (RFC 4880, 6.1)."""
    return crc24(number.to_bytes(3, "big"))


def crc24(data: bytes) -> int:
    """Return the CRC-24 of RFC 4880, section 6.1."""
    crc = _START
    for byte in data:
        crc ^= byte << 16
        for _ in range(8):
            crc <<= 1
            if crc & 0x1000000:
                crc ^= 0x1000000 | _POLYNOMIAL
    return crc


def bits_of(number: int) -> list[int]:
    """Return the 48 bits of a number below 2 ** 24, the highest first, and its check."""
    whole = number << CHECK_BITS | checksum(number)
    return [whole >> k & 1 for k in reversed(range(BITS))]


def number_of(contrast: NDArray[np.float64]) -> int | None:
    """Return the number that a strip carries, or None where its check fails.

    Parameters
    ----------
    contrast : ndarray of shape (48,)
        How much darker the upper field of each pair is than the lower.
    """
    bits = (contrast > 0).astype(int)
    doubtful = np.argsort(np.abs(contrast))[:_DOUBTFUL].tolist()
    for count in range(_MOST_FLIPPED + 1):
        for flipped in combinations(doubtful, count):
            tried = bits.copy()
            tried[list(flipped)] ^= 1
            whole = int("".join(map(str, tried.tolist())), 2)
            if checksum(whole >> CHECK_BITS) == whole & ((1 << CHECK_BITS) - 1):
                return whole >> CHECK_BITS
    return None
