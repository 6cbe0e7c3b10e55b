"""Colour profiles built from their definitions: the same bytes on every machine.

Version 2 of the ICC format, which every RIP reads: primaries adapted to D50 and a curve of 1024 points.

References
----------
.. [1] ICC.1:2001-04, File Format for Color Profiles (version 2.4.0).
.. [2] IEC 61966-2-1:1999 (sRGB).
"""

from __future__ import annotations

import struct
from functools import cache

import numpy as np
from numpy.typing import NDArray

from batikstudio.colour.spaces import srgb_decode, xyz_of_linear_srgb

_CURVE_POINTS = 1024
_MADE = (2026, 1, 1, 0, 0, 0)  # a fixed date keeps the bytes the same
_WHITE_D50 = np.array([0.9642, 1.0, 0.8249])
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


@cache
def srgb_profile() -> bytes:
    """Return the sRGB profile: an ICC 2.4 display profile, relative colorimetric, described as ``sRGB``."""
    colorants = xyz_of_linear_srgb(np.eye(3)).T  # columns: red, green, blue
    curve = np.rint(65535 * srgb_decode(np.linspace(0.0, 1.0, _CURVE_POINTS))).astype(">u2")
    return _display_profile("sRGB", colorants, curve)


def _display_profile(name: str, colorants: NDArray[np.float64], curve: NDArray[np.uint16]) -> bytes:
    """Build a matrix and curve profile from XYZ (columns red, green, blue) under its own white, which is their sum."""
    adaptation = _adaptation(colorants.sum(axis=1))
    adapted = adaptation @ colorants
    tone = struct.pack(">4sII", b"curv", 0, len(curve)) + curve.tobytes()
    tags = {
        b"desc": _description(name),
        b"cprt": b"text\0\0\0\0" + b"No copyright, use freely\0",
        b"wtpt": _xyz(_WHITE_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(adaptation.ravel()),
        b"rXYZ": _xyz(adapted[:, 0]),
        b"gXYZ": _xyz(adapted[:, 1]),
        b"bXYZ": _xyz(_fixed_point(_WHITE_D50) - _fixed_point(adapted[:, 0]) - _fixed_point(adapted[:, 1])),
        b"rTRC": tone,
        b"gTRC": tone,
        b"bTRC": tone,
    }
    return _assemble(tags)


def _adaptation(white: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the Bradford matrix from ``white`` to D50."""
    gain = (_BRADFORD @ _WHITE_D50) / (_BRADFORD @ white)
    return np.asarray(np.linalg.inv(_BRADFORD) @ np.diag(gain) @ _BRADFORD)


def _assemble(tags: dict[bytes, bytes]) -> bytes:
    """Lay out header, tag table and tag data; equal data is stored once, each on a multiple of four bytes."""
    body, places = b"", dict[bytes, int]()
    table = struct.pack(">I", len(tags))
    start = 128 + 4 + 12 * len(tags)
    for signature, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += struct.pack(">4sII", signature, places[data], len(data))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI12s4s44x",
        start + len(body), b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ", *_MADE,
        b"acsp", b"\0\0\0\0", 0, b"\0\0\0\0", b"\0\0\0\0", 0, 1, _fixed(_WHITE_D50), b"\0\0\0\0",
    )  # fmt: skip
    return header + table + body


def _description(name: str) -> bytes:
    """Build a textDescriptionType: ASCII, then empty Unicode and ScriptCode parts of fixed length."""
    ascii_name = name.encode("ascii") + b"\0"
    return struct.pack(">4sII", b"desc", 0, len(ascii_name)) + ascii_name + bytes(4 + 4 + 2 + 1 + 67)


def _xyz(values: NDArray[np.float64]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _fixed(values: NDArray[np.float64]) -> bytes:
    """Write s15Fixed16 numbers."""
    return np.rint(values * 65536).astype(">i4").tobytes()


def _fixed_point(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Round to what s15Fixed16 can hold, so that the three colorants sum to white exactly."""
    return np.asarray(np.rint(values * 65536) / 65536)
