"""Name the symmetry of a design or a picture in plain words, and tell where it is broken."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.design.copies import field_at, frame_of
from batikstudio.design.document import Design, Field, Vector
from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.pattern.groups import FRIEZES, GROUPS, Basis
from batikstudio.pattern.lattice import is_far
from batikstudio.pattern.plain_words import BANDS, WALLPAPER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from batikstudio.pattern.detect import Finding, Spot
    from batikstudio.pattern.elements import Axis

Rect = tuple[float, float, float, float]
SAMPLES = 192
_SPREAD = 2
"""Readings for each sample along a side."""
_CELLS = 2
"""So many cells each way are looked at where each is drawn by another hand."""
_MARGIN_PX = 8
"""Readings of the first and the last samples reach a little over the cell."""
_MOST_CELLS = 64
_LARGEST_PX = 4096
_MOST_SPOTS = 20


def symmetry_of_design(design: Design, rect_mm: Rect | None = None) -> dict[str, Any]:
    """Return what is found in a design's field, plain values, lengths in mm on the cloth.

    Parameters
    ----------
    design : Design
    rect_mm : (x, y, width, height), optional
        The field in its middle is looked at, from its top left corner on; the first field where left out. What lies
        around the field is not looked at.

    Raises
    ------
    BatikError
        ``symmetry.no_repeat`` where the field has nothing that comes round.
    """
    if rect_mm is None:
        return symmetry_of_field(design, design.fields[0].id)
    x, y, width, height = rect_mm
    return _seen(design, field_at(design, x + width / 2, y + height / 2), (x, y))


def symmetry_of_field(design: Design, field_id: str) -> dict[str, Any]:
    """Return what is found in a field, from its origin on, as `symmetry_of_design` does.

    Raises
    ------
    BatikError
        ``field.unknown``, ``symmetry.no_repeat``.
    """
    field = design.field(field_id)
    return _seen(design, field, field.origin_mm)


def _seen(design: Design, field: Field, at_mm: Vector) -> dict[str, Any]:
    far = is_far(field.repeat.basis)
    if far[0]:
        raise BatikError("symmetry.no_repeat", name=field.repeat.name)
    bare = replace(field, outline=(), edge="clip")
    alone = replace(design, fields=(bare,), layout=None)
    found = _band_of(alone, bare) if far[1] else _cells_of(alone, bare, at_mm)
    return {"field": field.id, "repeat": field.repeat.name, "unit": "mm", **found}


def symmetry_of_picture(path: Path, basis_px: Basis) -> dict[str, Any]:
    """Return what is found in a picture whose lattice is known, lengths in pixels.

    Raises
    ------
    BatikError
        ``file.not_found``, ``file.cannot_read``, ``symmetry.not_a_picture``, ``symmetry.bad_basis``, or
        ``symmetry.too_small`` where no whole cell lies in the picture.
    """
    import numpy as np

    (ax, ay), (bx, by) = basis_px
    size = max(math.hypot(ax, ay), math.hypot(bx, by))
    if not math.isfinite(size) or abs(ax * by - ay * bx) < 0.01 * size**2 or size < 8:
        raise BatikError("symmetry.bad_basis")
    from batikstudio.pattern.detect import differing

    picture = _picture(path)
    height, width = picture.shape[:2]
    origin = (-min(0.0, ax, bx, ax + bx), -min(0.0, ay, by, ay + by))
    cells = _cells(picture, basis_px, origin)
    if not cells:
        raise BatikError("symmetry.too_small", width_px=width, height_px=height)
    usual = np.median([tile for _, tile in cells], axis=0)
    odd = [(at, basis_px, spot) for at, tile in cells for spot in differing(tile, usual, basis_px)]
    return {
        "unit": "px",
        **_found(usual, basis_px, len(cells), odd if len(cells) > 2 else [], Affine.translation(*origin)),
    }


def _picture(path: Path) -> NDArray[np.uint8]:
    import warnings

    import numpy as np
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(), Image.open(path) as picture:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if picture.width * picture.height > _LARGEST_PX**2:
                raise BatikError("symmetry.not_a_picture", path=str(path))
            return np.asarray(picture.convert("RGB"))
    except FileNotFoundError:
        raise BatikError("file.not_found", path=str(path)) from None
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, SyntaxError):
        raise BatikError("symmetry.not_a_picture", path=str(path)) from None
    except OSError as error:
        raise BatikError("file.cannot_read", path=str(path), reason=error.strerror or "structure") from error


def _cells_of(design: Design, field: Field, at_mm: Vector) -> dict[str, Any]:
    """Look at some cells of a field from a point of the cloth on; drawn by hand they differ: what most say counts."""
    import numpy as np

    frame = frame_of(field).linear
    (ax, ay), (bx, by) = (frame @ np.array(field.repeat.basis).T).T.tolist()
    across = (0, _CELLS if design.look.hand else 1)
    corners = np.array([(i * ax + j * bx, i * ay + j * by) for i in across for j in across])
    low, high = corners.min(axis=0), corners.max(axis=0)
    short = min(math.hypot(ax, ay), math.hypot(bx, by))
    k = min(SAMPLES * _SPREAD / short, (_LARGEST_PX - 4 * _MARGIN_PX) / float((high - low).max()))
    x0, y0 = (np.array(at_mm) + low).tolist()
    picture, corner = _rendered(design, (x0, y0), (high - low).tolist(), k)
    basis = ((ax * k, ay * k), (bx * k, by * k))
    cells = _cells(picture, basis, (at_mm[0] * k - corner[0], at_mm[1] * k - corner[1]))
    usual = np.median([tile for _, tile in cells], axis=0)
    place = Affine.translation(*at_mm) @ Affine.scaling(1 / k)
    return _found(usual, basis, len(cells), [], place)


def _rendered(design: Design, at_mm: Vector, size_mm: list[float], k: float) -> tuple[NDArray[np.uint8], Vector]:
    """Render a piece of the endless pattern, whether it lies on the cloth or not; tells its corner in pixels too."""
    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import Grid, Viewport
    from batikstudio.raster.coverage import Window

    window = Window(
        round(at_mm[0] * k) - _MARGIN_PX,
        round(at_mm[1] * k) - _MARGIN_PX,
        math.ceil(size_mm[0] * k) + 2 * _MARGIN_PX + 1,
        math.ceil(size_mm[1] * k) + 2 * _MARGIN_PX + 1,
    )
    grid = Grid((k, k), (window.width_px, window.height_px), None)
    return render(design, Viewport(window, (k, k)), "flat", grid=grid), (window.x_px, window.y_px)


def _cells(picture: NDArray[np.uint8], basis: Basis, origin: Vector) -> list[tuple[Vector, NDArray[np.float64]]]:
    """Return the whole cells of a picture, each with where it begins, px."""
    from batikstudio.pattern.detect import sample

    longest = max(math.hypot(*vector) for vector in basis)
    n = SAMPLES if longest >= SAMPLES else max(48, int(longest))
    spread = max(1, min(_SPREAD, int(longest / n)))
    cells = []
    for i, j in _nearest_steps(basis, origin, picture.shape[1], picture.shape[0]):
        at = (origin[0] + i * basis[0][0] + j * basis[1][0], origin[1] + i * basis[0][1] + j * basis[1][1])
        tile = sample(picture, basis, at, n, spread)
        if tile is not None:
            cells.append((at, tile))
    return cells


def _found(
    tile: NDArray[np.float64], basis: Basis, cells: int, odd: list[tuple[Vector, Basis, Spot]], place: Affine
) -> dict[str, Any]:
    """Tell the symmetry of a tile.

    Parameters
    ----------
    tile : ndarray of shape (n, n, channels)
    basis : Basis
        Of the tile, in pixels from its corner.
    cells : int
        Of how many it is what most say.
    odd : list of (corner, basis, Spot)
        Where single cells differ from it, already in the pixels of the picture.
    place : Affine
        From pixels about the tile's corner to the unit that is told.
    """
    from batikstudio.pattern.detect import detect

    finding = detect(tile, basis)
    own = [_broken((0.0, 0.0), finding.basis, spot, place) for spot in finding.spots]
    others = [_broken(at, around, spot, IDENTITY) for at, around, spot in odd]
    return {
        **_named(finding, GROUPS[finding.group].words, WALLPAPER[finding.group], WALLPAPER[finding.nearly]),
        "cells": cells,
        "basis": [[round(value * place.scale, 4) for value in vector] for vector in finding.basis],
        **_elements(finding, place),
        "broken": (own + others)[:_MOST_SPOTS],
    }


def _elements(finding: Finding, place: Affine) -> dict[str, Any]:
    return {
        "axes": [
            {
                "kind": axis.kind,
                "from": _laid(axis.start, place),
                "to": _laid(axis.end, place),
                "glide": round(axis.glide_mm * _stretch(axis, place), 2),
            }
            for axis in finding.axes
        ],
        "centres": [{"order": one.order, "at": _laid(one.point, place)} for one in finding.centres],
    }


def _nearest_steps(basis: Basis, origin: tuple[float, float], width: int, height: int) -> list[tuple[int, int]]:
    """Return the steps of the lattice to cells that may lie in a picture, the nearest to its corner first."""
    from batikstudio.pattern.instances import translations

    box = (origin[0], origin[1], origin[0], origin[1])
    steps = translations(basis, box, (0.0, 0.0, float(width), float(height))).tolist()
    steps.sort(key=lambda step: (abs(step[0]) + abs(step[1]), step))
    return [(i, j) for i, j in steps[:_MOST_CELLS]]


def _band_of(design: Design, field: Field) -> dict[str, Any]:
    """Look at one period of a band."""
    import numpy as np

    from batikstudio.pattern.detect import detect_frieze, sample

    repeat = field.repeat
    period, height = repeat.basis[0][0], repeat.height_mm
    upright = replace(field, origin_mm=(0.0, 0.0), angle_deg=0.0)
    k = min(SAMPLES * _SPREAD / min(period, height), (_LARGEST_PX - 4 * _MARGIN_PX) / max(period, height))
    lone = replace(design, fields=(upright,))
    picture, corner = _rendered(lone, (0.0, -height / 2), [period, height], k)
    tile = sample(
        picture, ((period * k, 0.0), (0.0, height * k)), (-corner[0], -height / 2 * k - corner[1]), SAMPLES, 1
    )
    if tile is None:
        raise BatikError("symmetry.no_repeat", name=repeat.name)
    # Above and below as much ground again: the band must not meet itself there.
    ground = np.median(np.concatenate((tile[:2], tile[-2:])), axis=(0, 1))
    half = np.broadcast_to(ground, (SAMPLES // 2, *tile.shape[1:]))
    tall = np.concatenate((half, tile, half)).reshape(SAMPLES, 2, SAMPLES, -1).mean(axis=1)
    finding = detect_frieze(tall)
    place = frame_of(field) @ Affine(period, 0.0, 0.0, 2 * height, 0.0, -height)
    return {
        **_named(finding, FRIEZES[finding.group].words, BANDS[finding.group], BANDS[finding.nearly]),
        "cells": 1,
        "basis": [[round(value * period, 4) for value in finding.basis[0]]],
        **_elements(finding, place),
        "broken": [_broken((0.0, 0.0), finding.basis, spot, place) for spot in finding.spots][:_MOST_SPOTS],
    }


def _named(finding: Finding, name: Words, plain: Words, meant: Words) -> dict[str, Any]:
    return {
        "group": finding.group,
        "name": name.as_dict(),
        "plain": plain.as_dict(),
        "confidence": round(finding.confidence, 3),
        "nearly": finding.nearly,
        "nearly_plain": meant.as_dict(),
    }


def _broken(at: Vector, basis: Basis, spot: Spot, place: Affine) -> dict[str, Any]:
    """Tell where a spot lies, and how far it reaches across if it is round."""
    (ax, ay), (bx, by) = basis
    middle = (at[0] + spot.u * ax + spot.v * bx, at[1] + spot.u * ay + spot.v * by)
    area = spot.share * abs(ax * by - ay * bx) * abs(place.determinant)
    return {"at": _laid(middle, place), "across": round(2 * math.sqrt(area / math.pi), 2)}


def _stretch(axis: Axis, place: Affine) -> float:
    """Return by how much lengths along an axis grow."""
    (x0, y0), (x1, y1) = axis.start, axis.end
    there = place.linear @ (x1 - x0, y1 - y0)
    return math.hypot(*there.tolist()) / math.hypot(x1 - x0, y1 - y0)


def _laid(point: Vector, place: Affine) -> list[float]:
    x, y = point
    return [round(place.a * x + place.c * y + place.e, 2), round(place.b * x + place.d * y + place.f, 2)]
