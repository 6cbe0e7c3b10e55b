"""Where the live copies of what is selected lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from batikstudio.design.copies import frame_of, images, kept, room_of
from batikstudio.design.document import Design, Field, Item
from batikstudio.design.shapes import bounds_of, hull
from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Points
from batikstudio.gui.canvas.view import Box
from batikstudio.pattern.instances import shifts_mm, translations
from batikstudio.studio.tool import Outline, corners

MOST = 200
"""Far out there are more copies than anybody wants outlined."""


def copies_of(design: Design, item_ids: Iterable[str], sight: Box) -> tuple[Outline, ...]:
    """Return a dashed outline for every copy of the items in sight, none where there are too many."""
    found: list[Outline] = []
    for item_id in item_ids:
        field, _, item = design.find_item(item_id)
        box = bounds_of(design, [item_id])
        if box is None:
            continue
        frame = frame_of(field)
        home = frame.inverse()
        room, seen = room_of(design.cloth, field), _around(corners(sight, home))
        rect = (max(room[0], seen[0]), max(room[1], seen[1]), min(room[2], seen[2]), min(room[3], seen[3]))
        basis = field.repeat.basis
        for coset in images(field.repeat):
            laid = _around(corners(box, coset))
            steps = kept(design, field, coset, translations(basis, laid, rect), _hull_of(design, field, item))
            for dx, dy in shifts_mm(basis, steps):
                copy = frame @ Affine.translation(float(dx), float(dy)) @ coset
                found.append(Outline("copy", corners(box, copy)))
                if len(found) > MOST:
                    return ()
    return tuple(found)


def _hull_of(design: Design, field: Field, item: Item) -> Callable[[], Points]:
    return lambda: hull(design, field, [item])


def _around(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
