"""A motif from an SVG: one of ours, whose metadata tells everything, or a stranger's drawing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.motif import ROLES, About, CustomaryRepeat, Motif, Part
from batikstudio.motifs.svg.drawing import Drawing, Shape
from batikstudio.motifs.svg.header import Header, read_header
from batikstudio.motifs.svg.left_out import LEFT_OUT, LeftOut
from batikstudio.motifs.svg.reader import read_svg
from batikstudio.motifs.svg.roles import is_background, part_kind, parts_of_strangers

OWN_FAMILY = "sendiri"
"""The family of motifs that a person brings."""
_FILLS = 0.75
"""A drawing of this share of its page or more, both ways, was drawn as a repeat of the page's size."""
_GAP = 0.05
"""Else this share of its size is left free on each side…"""
_LEAST_GAP_MM = 0.5
"""…or this, which gives a line that runs straight across a repeat with a height."""
_SMALLEST_MM = 0.01
"""A shape below this is no part of a motif: it would vanish when numbers are rounded."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Imported:
    """A motif and what of its file it does not have: (kind, count), kinds of `LEFT_OUT`."""

    motif: Motif
    left_out: LeftOut


def motif_from_svg(data: bytes, fallback_id: str) -> Imported:
    """Make a motif of an SVG.

    Parameters
    ----------
    data : bytes
        A motif file, whose metadata and ``data-kind`` and ``data-role`` say what is what and whose origin is the
        motif's; or anybody's drawing, which is centred, and whose strokes become lines and whose fills become areas.
    fallback_id : str
        The id of a motif that does not tell its own, such as the name of the file without its ending.

    Raises
    ------
    BatikError
        As `read_svg`; ``motif.bad_metadata`` or ``motif.part_without_role`` for a motif file with a mistake.
    """
    drawing = read_svg(data)
    header = read_header(drawing.metadata, fallback_id)
    if header is not None:
        motif = Motif(header.about, _declared_parts(drawing, header), header.repeat, dict(header.parameters))
        return Imported(motif, drawing.left_out)
    return _stranger(drawing, fallback_id)


def _declared_parts(drawing: Drawing, header: Header) -> tuple[Part, ...]:
    parts = []
    for shape in drawing.shapes:
        kind = part_kind(shape.kind)
        if kind is None or shape.role not in ROLES:
            said = f"{shape.kind} {shape.role}".strip()
            raise BatikError("motif.part_without_role", motif=header.id, said=said, near="/".join(shape.names[:3]))
        if shape.pen.fill is not None:
            parts.append(Part(kind, shape.role, shape.path, None, "round", shape.pen.even_odd))
        if shape.pen.stroke is not None:
            parts.append(Part(kind, shape.role, shape.path, shape.stroke_width_mm, shape.pen.cap))
    return tuple(parts)


def _stranger(drawing: Drawing, fallback_id: str) -> Imported:
    seen, left_out = _seen(drawing)
    if not seen:
        raise BatikError("svg.empty", left_out=dict(left_out))
    name, nothing = Words(fallback_id, fallback_id), Words("", "")
    about = About(id_of(fallback_id), name, nothing, OWN_FAMILY, nothing, "")
    drawn = Motif(about, parts_of_strangers(seen), CustomaryRepeat("grid", 1.0, 1.0))
    frame = _frame(drawn.bounds, drawing.page_mm)
    middle = Affine.translation(-(frame[0] + frame[2]) / 2, -(frame[1] + frame[3]) / 2)
    parts = tuple(replace(part, path=part.path.transformed(middle)) for part in drawn.parts)
    repeat = CustomaryRepeat("grid", round(frame[2] - frame[0], 3), round(frame[3] - frame[1], 3))
    return Imported(Motif(about, parts, repeat), left_out)


def _seen(drawing: Drawing) -> tuple[tuple[Shape, ...], LeftOut]:
    """Return the shapes that can be seen on the page and are not just its colour, and all that is left out."""
    page = drawing.page_mm
    large = [shape for shape in drawing.shapes if _size_mm(shape) >= _SMALLEST_MM]
    inside = [shape for shape in large if page is None or _touches(shape, page)]
    count = 0
    while page is not None and count < len(inside) and is_background(inside[count], page):
        count += 1
    counts = dict(drawing.left_out) | {
        "too-small": len(drawing.shapes) - len(large),
        "outside-page": len(large) - len(inside),
        "background": count,
    }
    return tuple(inside[count:]), tuple((kind, counts[kind]) for kind in LEFT_OUT if counts.get(kind))


def _size_mm(shape: Shape) -> float:
    """Return the longer side of what a shape draws; a short line with butt ends is as small as it is short."""
    size = float(np.ptp(shape.path.points, axis=0).max())
    return size + shape.stroke_width_mm if shape.pen.cap == "round" else size


def _touches(shape: Shape, page: Box) -> bool:
    half = shape.stroke_width_mm / 2
    (low_x, low_y), (high_x, high_y) = shape.path.points.min(axis=0), shape.path.points.max(axis=0)
    across = low_x - half < page[2] and high_x + half > page[0]
    return bool(across and low_y - half < page[3] and high_y + half > page[1])


def _frame(bounds: Box, page: Box | None) -> Box:
    """Return the box of one repeat: the page where the drawing fills it, else the drawing's own with a gap."""
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if page is not None and width >= _FILLS * (page[2] - page[0]) and height >= _FILLS * (page[3] - page[1]):
        return page
    across, down = (max(_GAP * width, _LEAST_GAP_MM), max(_GAP * height, _LEAST_GAP_MM))
    return (bounds[0] - across, bounds[1] - down, bounds[2] + across, bounds[3] + down)


def id_of(name: str) -> str:
    """Return a name as an id: small letters, digits and underscores."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:64]
    return slug or "motif"
