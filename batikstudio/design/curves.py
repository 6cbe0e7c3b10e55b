"""Between the paths of geometry and the curves that stand in a file."""

from __future__ import annotations

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Curve
from batikstudio.geometry.path import CLOSE, CUBIC, LINE, MOVE, Path

_CODES = {"M": MOVE, "L": LINE, "C": CUBIC, "Z": CLOSE}
_POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}


def curve_of(path: Path) -> Curve:
    """Return a path as it stands in a file."""
    letters = {code: letter for letter, code in _CODES.items()}
    verbs = "".join(letters[int(verb)] for verb in path.verbs)
    return Curve(verbs=verbs, points=tuple((float(x), float(y)) for x, y in path.points))


def path_of(curve: Curve) -> Path:
    """Return what `curve_of` was given; raises `BatikError` ``design.not_valid`` where points are missing or left."""
    if not is_whole(curve):
        raise BatikError("design.not_valid", where="verbs")
    verbs = np.array([_CODES[letter] for letter in curve.verbs], np.uint8)
    return Path(verbs, np.array(curve.points, np.float64).reshape(-1, 2))


def is_whole(curve: Curve) -> bool:
    """Whether a curve has as many points as its verbs take."""
    return sum(_POINTS[letter] for letter in curve.verbs) == len(curve.points)
