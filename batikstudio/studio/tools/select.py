"""Select, move, turn and scale: by a click on any copy, by dragging, by handles and by keys."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, replace

from batikstudio.base.words import Words
from batikstudio.design.document import Design, Field, Repeat
from batikstudio.geometry.affine import IDENTITY, Affine
from batikstudio.studio.i18n import N_
from batikstudio.studio.tool import (
    NOT_MINE,
    NOTHING,
    SNAP,
    Edit,
    Feedback,
    Growing,
    Modifier,
    Outline,
    Point,
    Pointer,
    Tool,
    Workbench,
    corners,
)

HANDLE_PX = 5.0
GRAB_PX = 9.0
GUIDE_PX = 4.0
TURN_HANDLE_PX = 26.0
NUDGE_MM, FAR_NUDGE_MM = 1.0, 10.0
TURN_STEP_DEG = 15.0
_NUDGES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_gestures = itertools.count(1)
Place = tuple[Repeat, Point, float]


@dataclass
class _Gesture:
    """One drag: what it does, where it began, and the design before it."""

    kind: str
    start: Pointer
    before: Design
    ids: tuple[str, ...]
    key: str
    moved: bool = False
    corner: int = 0
    guide: int = 0


class Select:
    """The tool in hand. It works on the copy that was clicked; the edit acts on the item in its cell."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._copy = IDENTITY
        self._copy_of: tuple[str, Place] | None = None
        self._gesture: _Gesture | None = None

    def press(self, pointer: Pointer) -> Feedback:
        """Take a handle of the selection, or the item under the pointer, or nothing."""
        design, chosen = self._bench.design(), self._bench.selection()
        handle = self._handle_at(pointer)
        if handle is not None:
            kind, corner = handle
            self._gesture = self._begun(kind, pointer, chosen, corner)
            return NOTHING
        guide = self._guide_at(pointer)
        if guide is not None:
            self._gesture = self._begun("guide", pointer, chosen, guide=guide)
            return NOTHING
        from batikstudio.design.copies import field_at
        from batikstudio.studio.hit import item_at

        hit = item_at(design, pointer.x_mm, pointer.y_mm, GRAB_PX / 2 / pointer.px_per_mm)
        if hit is None:
            self._gesture = None
            pointed = field_at(design, pointer.x_mm, pointer.y_mm).id
            return NOTHING if "shift" in pointer.modifiers else Feedback(select=(), field=pointed)
        self._copy, self._copy_of = hit.copy, (hit.item, _place(design.field(hit.field)))
        if "shift" in pointer.modifiers:
            others = tuple(one for one in chosen if one != hit.item)
            return Feedback(select=others if hit.item in chosen else (*chosen, hit.item), field=hit.field)
        ids = chosen if hit.item in chosen else (hit.item,)
        self._gesture = self._begun("move", pointer, ids)
        return Feedback(select=ids, field=hit.field)

    def _begun(self, kind: str, pointer: Pointer, ids: tuple[str, ...], corner: int = 0, guide: int = 0) -> _Gesture:
        key = f"{kind}-{next(_gestures)}"
        return _Gesture(kind, pointer, self._bench.design(), ids, key, corner=corner, guide=guide)

    def _guide_at(self, pointer: Pointer) -> int | None:
        """Return the number of the guide under the pointer, the nearest one, if guides are shown."""
        guides = self._bench.design().guides if self._bench.guides() else ()
        far = [abs(one.at_mm - (pointer.x_mm if one.axis == "x" else pointer.y_mm)) for one in guides]
        nearest = min(range(len(far)), key=far.__getitem__, default=None)
        return nearest if nearest is not None and far[nearest] * pointer.px_per_mm <= GUIDE_PX else None

    def _guide_moved(self, gesture: _Gesture, pointer: Pointer) -> Feedback:
        """Carry a guide along; over the ruler it came from it is taken away."""
        from batikstudio.design.copies import field_at
        from batikstudio.design.edits import guides

        upright = gesture.before.guides[gesture.guide].axis == "x"
        if (pointer.x_px if upright else pointer.y_px) < 0:
            return Feedback(Edit("guide.remove", guides.remove(gesture.before, gesture.guide), gesture.key))
        others = guides.remove(gesture.before, gesture.guide)
        bench = replace(self._bench, design=lambda: others)
        x, y = bench.snapped("select", field_at(others, pointer.x_mm, pointer.y_mm), pointer)
        moved = guides.move(gesture.before, gesture.guide, x if upright else y)
        return Feedback(Edit("guide.move", moved, gesture.key))

    def move(self, pointer: Pointer, held: bool) -> Feedback:
        """Carry the gesture on: every answer starts from the design before it."""
        gesture = self._gesture
        if gesture is None or not held:
            return NOTHING
        far = math.hypot(pointer.x_px - gesture.start.x_px, pointer.y_px - gesture.start.y_px)
        if not gesture.moved and far < 3:
            return NOTHING
        gesture.moved = True
        if gesture.kind == "guide":
            return self._guide_moved(gesture, pointer)
        from batikstudio.design.edits import items

        design, ids = gesture.before, gesture.ids
        if gesture.kind == "move" and "alt" in pointer.modifiers:
            design, ids = items.duplicate(design, ids, 0.0, 0.0)
        change = self._change(gesture, pointer)
        label = "motif." + gesture.kind
        return Feedback(Edit(label, items.transform(design, ids, change), gesture.key), ids)

    def _change(self, gesture: _Gesture, pointer: Pointer) -> Affine:
        """Return what the gesture does to the items, in their cell's frame."""
        from batikstudio.design.shapes import bounds_of
        from batikstudio.studio.hit import pivot_of

        home = self._copy.inverse()
        x0, y0 = _at(home, gesture.start)
        x1, y1 = _at(home, pointer)
        if gesture.kind == "move":
            dx, dy = x1 - x0, y1 - y0
            if "shift" in pointer.modifiers:
                dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
                return Affine.translation(dx, dy)
            return Affine.translation(*self._snapped(gesture, pointer, dx, dy))
        if gesture.kind == "turn":
            px, py = pivot_of(gesture.before, gesture.ids)
            angle = math.degrees(math.atan2(y1 - py, x1 - px) - math.atan2(y0 - py, x0 - px))
            if "shift" in pointer.modifiers:
                angle = round(angle / TURN_STEP_DEG) * TURN_STEP_DEG
            return _about((px, py), Affine.rotation(angle))
        box = bounds_of(gesture.before, gesture.ids) or (0.0, 0.0, 0.0, 0.0)
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        opposite = corners(box, IDENTITY)[(gesture.corner + 2) % 4]
        anchor = middle if "alt" in pointer.modifiers else opposite
        was = math.hypot(x0 - anchor[0], y0 - anchor[1])
        along = ((x1 - anchor[0]) * (x0 - anchor[0]) + (y1 - anchor[1]) * (y0 - anchor[1])) / max(was, 1e-9)
        return _about(anchor, Affine.scaling(max(along / max(was, 1e-9), 0.02)))

    def _snapped(self, gesture: _Gesture, pointer: Pointer, dx: float, dy: float) -> Point:
        """Return how far items go in their cell: what is moved snaps with its middle, as it lies on the copy."""
        from batikstudio.studio.hit import pivot_of

        px, py = pivot_of(gesture.before, gesture.ids)
        x, y = _through(self._copy, px + dx, py + dy)
        field, _, _ = gesture.before.find_item(gesture.ids[0])
        middle = replace(pointer, x_mm=x, y_mm=y)
        there = _through(self._copy.inverse(), *self._bench.snapped("select", field, middle, gesture.ids))
        return there[0] - px, there[1] - py

    def growing(self) -> Growing | None:
        """Draw no line."""
        return None

    def release(self, pointer: Pointer) -> Feedback:
        """End the gesture."""
        del pointer
        self._gesture = None
        return NOTHING

    def key(self, name: str, modifiers: frozenset[Modifier]) -> Feedback:
        """Nudge with the arrows, turn with R, let go with Escape."""
        chosen = self._bench.selection()
        if name == "escape":
            self._gesture = None
            return Feedback(select=()) if chosen else NOT_MINE
        if not chosen:
            return NOT_MINE
        from batikstudio.design.edits import items
        from batikstudio.studio.hit import pivot_of

        design = self._bench.design()
        self._box()
        home = self._copy.inverse()  # right is right on the copy that is seen, turned or mirrored as it may be
        if name in _NUDGES and not modifiers - {"shift"}:
            step = FAR_NUDGE_MM if "shift" in modifiers else NUDGE_MM
            x, y = (step * part for part in _NUDGES[name])
            nudge = Affine.translation(home.a * x + home.c * y, home.b * x + home.d * y)
            return Feedback(Edit("motif.move", items.transform(design, chosen, nudge), f"nudge {' '.join(chosen)}"))
        if name == "r" and not modifiers - {"shift"}:
            turn = -TURN_STEP_DEG if ("shift" in modifiers) != (home.determinant < 0) else TURN_STEP_DEG
            place = _about(pivot_of(design, chosen), Affine.rotation(turn))
            return Feedback(Edit("motif.turn", items.transform(design, chosen, place)))
        return NOT_MINE

    def outlines(self, px_per_mm: float) -> tuple[Outline, ...]:
        """Draw the selection's box with its handles on the copy that was clicked."""
        box = self._box()
        if box is None:
            return ()
        frame = corners(box, self._copy)
        turn = self._turn_handle(px_per_mm)
        found = [Outline("selection", frame)]
        if turn is not None:
            found.append(Outline("selection", (_between(frame[0], frame[1]), turn), closed=False))
            found.append(Outline("handle", (turn,)))
        return (*found, *(Outline("handle", (corner,)) for corner in frame))

    def _box(self) -> tuple[float, float, float, float] | None:
        from batikstudio.design.copies import frame_of
        from batikstudio.design.shapes import bounds_of

        chosen = self._bench.selection()
        if not chosen:
            return None
        design = self._bench.design()
        shown = self._copy_of[0] if self._copy_of and self._copy_of[0] in chosen else chosen[0]
        field, _, _ = design.find_item(shown)
        if self._copy_of != (shown, _place(field)):  # another item, or the copies lie elsewhere now
            self._copy, self._copy_of = frame_of(field), (shown, _place(field))
        return bounds_of(design, chosen)

    def _turn_handle(self, px_per_mm: float) -> Point | None:
        box = self._box()
        if box is None:
            return None
        frame = corners(box, self._copy)
        top, bottom = _between(frame[0], frame[1]), _between(frame[3], frame[2])
        length = max(math.hypot(top[0] - bottom[0], top[1] - bottom[1]), 1e-9)
        reach = TURN_HANDLE_PX / px_per_mm / length
        return top[0] + (top[0] - bottom[0]) * reach, top[1] + (top[1] - bottom[1]) * reach

    def _handle_at(self, pointer: Pointer) -> tuple[str, int] | None:
        box = self._box()
        if box is None:
            return None
        reach = GRAB_PX / pointer.px_per_mm
        turn = self._turn_handle(pointer.px_per_mm)
        if turn is not None and math.dist(turn, (pointer.x_mm, pointer.y_mm)) <= reach:
            return "turn", 0
        for corner, point in enumerate(corners(box, self._copy)):
            if math.dist(point, (pointer.x_mm, pointer.y_mm)) <= reach:
                return "scale", corner
        return None


def _place(field: Field) -> Place:
    """Return what says where the copies of a field lie."""
    return field.repeat, field.origin_mm, field.angle_deg


def _about(point: Point, linear: Affine) -> Affine:
    return Affine.translation(*point) @ linear @ Affine.translation(-point[0], -point[1])


def _at(home: Affine, pointer: Pointer) -> Point:
    return _through(home, pointer.x_mm, pointer.y_mm)


def _through(copy: Affine, x: float, y: float) -> Point:
    return copy.a * x + copy.c * y + copy.e, copy.b * x + copy.d * y + copy.f


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


TOOL = Tool(
    id="select",
    words=Words("Pilih", "Select"),
    icon="mouse-pointer-2",
    shortcut="V",
    hint=N_(
        "Drag moves · Shift straight · Alt copy · Ctrl free · corners scale · round handle turns · R turns · arrows"
    ),
    cursor="arrow",
    order=1,
    start=Select,
    parameters=(SNAP,),
)
