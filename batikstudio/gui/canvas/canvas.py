"""The canvas: the cloth in cm, the tool in hand, and nothing that belongs to the design."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSinglePointEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from batikstudio.base.errors import BatikError
from batikstudio.design.copies import field_at
from batikstudio.design.document import Design, Field, Guide
from batikstudio.design.edits.guides import add
from batikstudio.gui.canvas.copies import copies_of
from batikstudio.gui.canvas.feed import Feed
from batikstudio.gui.canvas.growing import GrowingLayer
from batikstudio.gui.canvas.overlay import cell_corners, draw_cell, draw_outlines
from batikstudio.gui.canvas.paint_cloth import cloth_rect, fill_bare, lay_exact, lay_repeat
from batikstudio.gui.canvas.symmetry import draw_guides, draw_marks, draw_spots, field_path
from batikstudio.gui.canvas.view import MARGIN_PX, WHEEL_STEP, View, at_the_corner, fitting
from batikstudio.gui.context import Context
from batikstudio.gui.guard import guard
from batikstudio.gui.models.palette_model import mori_colour
from batikstudio.gui.ui_state import MOTIF_MIME, UiState
from batikstudio.studio.axes import marks_in
from batikstudio.studio.messages import message
from batikstudio.studio.tool import Edit, Feedback, Modifier, Pointer, ToolState, Workbench
from batikstudio.studio.tools import tools

_CURSORS = {
    "arrow": Qt.CursorShape.ArrowCursor,
    "cross": Qt.CursorShape.CrossCursor,
    "hand": Qt.CursorShape.OpenHandCursor,
    "zoom": Qt.CursorShape.CrossCursor,
}
_KEYS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_R: "r",
}
_MODIFIERS: tuple[tuple[Qt.KeyboardModifier, Modifier], ...] = (
    (Qt.KeyboardModifier.ShiftModifier, "shift"),
    (Qt.KeyboardModifier.ControlModifier, "ctrl"),
    (Qt.KeyboardModifier.AltModifier, "alt"),
)


def modifiers_of(held: Qt.KeyboardModifier) -> frozenset[Modifier]:
    """Return the modifier keys as tools name them."""
    return frozenset(name for key, name in _MODIFIERS if held & key)


def _held() -> frozenset[Modifier]:
    return modifiers_of(QGuiApplication.keyboardModifiers())


class Canvas(QWidget):
    """Shows the cloth and hands pointers and keys to the tool in hand."""

    view_changed = Signal(object)
    pointed = Signal(object)

    def __init__(self, context: Context, ui: UiState, feed: Feed) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAccessibleName(context.tr("Canvas: the cloth"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 160)
        self.context, self._ui, self.feed = context, ui, feed
        self._view = View()
        self._untouched = True  # until the person looks elsewhere, the repeat stays in sight whatever the window's size
        self._tool: ToolState
        self._dragged_from: QPointF | None = None
        self._space = False
        self._bench = Workbench(
            lambda: context.session.design,
            lambda: context.session.selection,
            lambda: ui.motif or None,
            self._slot,
            lambda tool: ui.tool_values.get(tool, {}),
            lambda: ui.guides["guides"],
        )
        self._growing = GrowingLayer()
        self._pressure = 1.0
        self._pulled: Guide | None = None
        self._ties = [
            context.session.changed.connect(lambda old, new: self._changed(old, new)),
            context.session.selected.connect(lambda _: self.update()),
            context.session.replaced.connect(self._replaced),
        ]
        feed.arrived.connect(self._arrived)
        ui.view_changed.connect(self._want)
        ui.after_changed.connect(self._want)
        ui.tool_changed.connect(self._take_tool)
        for signal in (ui.guides_changed, ui.field_changed, ui.seen_changed):
            signal.connect(self.update)
        self._take_tool()

    # what is shown

    @property
    def view(self) -> View:
        """The part of the cloth in sight."""
        return self._view

    def set_view(self, view: View) -> None:
        """Look elsewhere."""
        self._untouched = False
        self._view = view
        self.view_changed.emit(view)
        self.feed.look(view, view.visible(self.width(), self.height()), self.devicePixelRatioF())
        self.update()

    def fit_cloth(self) -> None:
        """Show the whole cloth."""
        cloth = self.context.session.design.cloth
        self.set_view(fitting((0, 0, cloth.length_mm, cloth.width_mm), self.width(), self.height()))

    def fit_repeat(self) -> None:
        """Show a little more than one repeat."""
        corners = cell_corners(self._ui.field_of(self.context.session.design))
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        spare = 0.35 * max(max(xs) - min(xs), max(ys) - min(ys))
        box = (min(xs) - spare * 0.3, min(ys) - spare * 0.3, max(xs) + spare, max(ys) + spare)
        self.set_view(at_the_corner(fitting(box, self.width(), self.height()), MARGIN_PX))
        self._untouched = True

    def actual_size(self) -> None:
        """Show the cloth in its own size, about the middle."""
        self.set_view(self._view.at_percent(100.0, self.width() / 2, self.height() / 2))

    def zoom(self, factor: float) -> None:
        """Come closer or step back about the middle."""
        self.set_view(self._view.zoomed(factor, self.width() / 2, self.height() / 2))

    def release(self) -> None:
        """Let go of the session."""
        while self._ties:
            self._ties.pop()()

    def _changed(self, old: Design, new: Design) -> None:
        if old is not new:
            self._want()
        self.update()

    def _replaced(self) -> None:
        self._untouched = True
        self._take_tool()
        self._want()
        if self.isVisible():
            self._fit_untouched()

    def _want(self) -> None:
        self.feed.want(self.context.session.design, self._ui.view, self._ui.after)
        self.update()

    def _arrived(self) -> None:
        self.context.log.write("rendered", current=self.feed.is_current, position=self.context.session.position)
        self._growing.forget()
        self.update()

    def _take_tool(self) -> None:
        tool = tools()[self._ui.tool]
        self._tool = tool.start(self._bench)
        self.setCursor(_CURSORS[tool.cursor])
        self.update()

    def _fit_untouched(self) -> None:
        if self._untouched and self.width() > 300:
            self.fit_repeat()

    # painting

    @guard
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surround, the cloth, the guides and what the tool shows."""
        painter = QPainter(self)
        line = self._tool.growing()
        if line is None:
            self._growing.forget()
            self._paint_still(painter)
        else:
            self._growing.paint(painter, line, self._view, self.size(), self.devicePixelRatioF(), self._paint_still)
        draw_outlines(painter, self._tool.outlines(self._view.scale), self._view)
        if self.hasFocus():
            painter.setPen(QColor(self.context.tokens.accent_text))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_still(self, painter: QPainter) -> None:
        """Draw everything but what the tool shows."""
        design, guides = self.context.session.design, self._ui.guides
        painter.fillRect(self.rect(), QColor(self.context.tokens.surround))
        cloth = cloth_rect(self._view, design.cloth.length_mm, design.cloth.width_mm)
        self._paint_cloth(painter, cloth, design)
        painter.setClipRect(self.rect())
        if guides["copies"] and self.context.session.selection:
            x0, y0, x1, y1 = self._view.visible(self.width(), self.height())
            draw_outlines(painter, copies_of(design, self.context.session.selection, (x0, y0, x1, y1)), self._view)
        field = self._looked_at(design) if guides["symmetry"] else self._ui.field_of(design)
        if guides["cell"] or guides["symmetry"]:
            draw_cell(painter, field, self._view, self._cell_words(field))
        if guides["symmetry"]:
            self._paint_symmetry(painter, design, field)
        draw_spots(painter, self._ui.spots, self._view)
        shown = design.guides if guides["guides"] else ()
        draw_guides(painter, (*shown, self._pulled) if self._pulled else shown, self._view, self.size())

    def _looked_at(self, design: Design) -> Field:
        """Return the field of what is selected, else the one under the middle of the view."""
        if self.context.session.selection:
            return design.find_item(self.context.session.selection[0])[0]
        return field_at(design, *self._view.to_mm(self.width() / 2, self.height() / 2))

    def _paint_symmetry(self, painter: QPainter, design: Design, field: Field) -> None:
        x0, y0, x1, y1 = self._view.visible(self.width(), self.height())
        cloth = design.cloth
        sight = (max(x0, 0.0), max(y0, 0.0), min(x1, cloth.length_mm), min(y1, cloth.width_mm))
        if sight[0] < sight[2] and sight[1] < sight[3]:
            seen = self._ui.seen if self._ui.seen and self._ui.seen.field == field.id else None
            marks = marks_in(design, field, sight, seen)
            draw_marks(painter, marks, field_path(design, field, self._view), self._view)

    def _paint_cloth(self, painter: QPainter, cloth: QRectF, design: Design) -> None:
        ratio = self.devicePixelRatioF()
        if self.feed.pyramid is None:
            fill_bare(painter, cloth, QColor(*mori_colour(design)))
            return
        painter.save()
        painter.setClipRect(cloth)
        lay_repeat(painter, self.feed.pyramid, self._view, cloth, self.size(), ratio, (0.0, 0.0))
        exact = self.feed.exact_for(self._view.scale * ratio)
        if exact is not None:
            lay_exact(painter, exact.pyramid, exact.box, self._view, ratio)
        painter.restore()

    def _cell_words(self, field: Field) -> str:
        repeat, number = field.repeat, self.context.tr.number
        size = f"{number(repeat.width_mm / 10, 1)} × {number(repeat.height_mm / 10, 1)} cm"
        kind, _, argument = repeat.name.partition(" ")
        return f"{self.context.tr('Repeat')} {size} · {argument if kind == 'frieze' else repeat.group}"

    # guides out of the rulers

    def pull_guide(self, axis: Literal["x", "y"], at: QPointF) -> None:
        """Show a guide on its way out of a ruler, or none where it is not over the canvas."""
        self._pulled = self._guide_at(axis, at)
        self.update()

    def lay_guide(self, axis: Literal["x", "y"], at: QPointF) -> None:
        """Leave a guide where it was pulled to; beside the canvas it is dropped."""
        guide, self._pulled = self._guide_at(axis, at), None
        self._ui.set_guide("guides", True)
        if guide is not None:
            found = guide.at_mm
            self._ask(lambda: Feedback(Edit("guide.add", add(self.context.session.design, axis, found))))
        self.update()

    def _guide_at(self, axis: Literal["x", "y"], at: QPointF) -> Guide | None:
        if not self.rect().contains(at.toPoint()):
            return None
        design, (x, y) = self.context.session.design, self._view.to_mm(at.x(), at.y())
        pointer = Pointer(x, y, at.x(), at.y(), self._view.scale, modifiers=_held())
        x, y = self._bench.snapped("select", field_at(design, x, y), pointer)
        return Guide(axis=axis, at_mm=x if axis == "x" else y)

    # pointer and keys

    def _slot(self) -> str | None:
        """Return the slot chosen in the palette, if the design still has it."""
        known = {slot.id for slot in self.context.session.design.slots}
        return self._ui.slot if self._ui.slot in known else None

    def _pointer(self, event: QSinglePointEvent) -> Pointer:
        at = event.position()
        x, y = self._view.to_mm(at.x(), at.y())
        held = modifiers_of(event.modifiers())
        return Pointer(x, y, at.x(), at.y(), self._view.scale, self._pressure, event.timestamp() / 1000.0, held)

    def _obey(self, feedback: Feedback) -> None:
        session = self.context.session
        if feedback.edit is not None:
            session.do(feedback.edit.label, feedback.edit.design, feedback.edit.merge_key)
            self.context.log.write("action", label=feedback.edit.label, n=session.position)
        if feedback.select is not None:
            session.select(feedback.select)
        if feedback.field:
            self._ui.set_field(feedback.field)
        if feedback.pan_px is not None:
            self.set_view(self._view.panned(*feedback.pan_px))
        if feedback.zoom is not None:
            self.set_view(self._view.zoomed(*feedback.zoom))
        if feedback.leave:
            self._ui.set_tool("select")
        self.update()

    def _ask(self, answer: Callable[[], Feedback]) -> None:
        """Let the tool answer; a refusal is said in one sentence."""
        try:
            self._obey(answer())
        except BatikError as error:
            self.context.say(message(error, self.context.tr), "bad")

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand a press to the tool, or begin to pan."""
        self._pressure = 1.0
        self._pressed(event)

    @guard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand a move to the tool, or pan."""
        self._pressure = 1.0
        self._moved(event)

    @guard
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand a release to the tool, or end panning."""
        self._released(event)

    @guard
    def tabletEvent(self, event: QTabletEvent) -> None:
        """Take the pen as a mouse that knows how hard it is pressed; a pen that does not presses as a mouse does.

        As it is lifted it has no pressure any more: the last one counts.
        """
        kind = event.type()
        knows = event.pointingDevice().capabilities() & QInputDevice.Capability.Pressure
        if kind != QEvent.Type.TabletRelease:
            self._pressure = event.pressure() if knows and event.buttons() else 1.0
        if kind == QEvent.Type.TabletPress:
            self._pressed(event)
        elif kind == QEvent.Type.TabletRelease:
            self._released(event)
        else:
            self._moved(event)
        event.accept()

    def _pressed(self, event: QMouseEvent | QTabletEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.context.log.write("press", x=event.position().x(), y=event.position().y())
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space and event.button() == Qt.MouseButton.LeftButton
        ):
            self._dragged_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            pointer = self._pointer(event)
            self._ask(lambda: self._tool.press(pointer))

    def _moved(self, event: QMouseEvent | QTabletEvent) -> None:
        at = event.position()
        self.pointed.emit(self._view.to_mm(at.x(), at.y()))
        if self._dragged_from is not None:
            moved = at - self._dragged_from
            self._dragged_from = at
            self.set_view(self._view.panned(moved.x(), moved.y()))
            return
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        pointer = self._pointer(event)
        self._ask(lambda: self._tool.move(pointer, held))

    def _released(self, event: QMouseEvent | QTabletEvent) -> None:
        self.context.log.write("release", x=event.position().x(), y=event.position().y())
        if self._dragged_from is not None:
            self._dragged_from = None
            self.setCursor(_CURSORS["hand" if self._space else tools()[self._ui.tool].cursor])
        elif event.button() == Qt.MouseButton.LeftButton:
            pointer = self._pointer(event)
            self._ask(lambda: self._tool.release(pointer))

    @guard
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a motif of the library be dropped."""
        if event.mimeData().hasFormat(MOTIF_MIME):
            event.acceptProposedAction()

    @guard
    def dropEvent(self, event: QDropEvent) -> None:
        """Place the motif with its middle where it was dropped."""
        self._ui.set_motif(bytes(event.mimeData().data(MOTIF_MIME).data()).decode())
        at = event.position()
        pointer = Pointer(*self._view.to_mm(at.x(), at.y()), at.x(), at.y(), self._view.scale)
        self._ask(lambda: tools()["place"].start(self._bench).press(pointer))
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.acceptProposedAction()

    @guard
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; with Shift move sideways."""
        steps = event.angleDelta().y() / 120.0
        self.context.log.write("wheel", dy=steps)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.set_view(self._view.panned(steps * 60, 0))
        else:
            self.set_view(self._view.zoomed(WHEEL_STEP**steps, event.position().x(), event.position().y()))
        event.accept()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a key to the tool; Space pans while it is held."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = True
                self.setCursor(Qt.CursorShape.OpenHandCursor)
            return
        name = _KEYS.get(cast("Qt.Key", event.key()))
        taken = False
        if name is not None:
            feedback = self._key(name, event)
            taken = feedback is not None and feedback.taken
        if not taken:
            super().keyPressEvent(event)

    def _key(self, name: str, event: QKeyEvent) -> Feedback | None:
        try:
            feedback = self._tool.key(name, modifiers_of(event.modifiers()))
        except BatikError as error:
            self.context.say(message(error, self.context.tr), "bad")
            return None
        self._obey(feedback)
        return feedback

    @guard
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End panning with Space."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.setCursor(_CURSORS[tools()[self._ui.tool].cursor])
        else:
            super().keyReleaseEvent(event)

    @guard
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget Space: its release goes elsewhere now."""
        self._space = False
        self.update()
        super().focusOutEvent(event)

    @guard
    def leaveEvent(self, _event: QEvent) -> None:
        """Point at nothing."""
        self.pointed.emit(None)

    @guard
    def enterEvent(self, _event: QEnterEvent) -> None:
        """Show the tool's cursor."""
        self.setCursor(_CURSORS["hand" if self._space else tools()[self._ui.tool].cursor])

    @guard
    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the repeat in sight until the person looks elsewhere; then the view stays."""
        self._fit_untouched()
        self.view_changed.emit(self._view)
        self.feed.look(self._view, self._view.visible(self.width(), self.height()), self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        """Return a size that leaves room for the docks."""
        return QSize(800, 560)
