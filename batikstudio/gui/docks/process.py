"""The process: the order of work, what each step is set to, and what would go wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value
from batikstudio.design.document import Design, Step
from batikstudio.design.edits import process
from batikstudio.design.invariants import problems
from batikstudio.design.steps import step_kinds
from batikstudio.design.workshop import processes
from batikstudio.gui.context import Context
from batikstudio.gui.docks.panel import Panel
from batikstudio.gui.guard import guard
from batikstudio.gui.models.step_words import summary
from batikstudio.gui.theme.tokens import COMPACT_H, ICON_DOCK
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.buttons import icon_button
from batikstudio.gui.widgets.form import Gesture, ParameterForm
from batikstudio.gui.widgets.text import ElidedLabel, label
from batikstudio.studio.messages import message


class StepList(QListWidget):
    """A list that keeps its current row in sight, whatever room it is given."""

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the current row."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
        self.updateEditorGeometries()  # the widgets of the rows do not follow a scroll while the view is laid out


class ProcessPanel(Panel):
    """Reflects the steps; the one in focus is the one on the canvas, and is set below."""

    def __init__(self, context: Context, ui: UiState) -> None:
        super().__init__(context)
        self._ui = ui
        self._step: str | None = None
        self._formed: tuple[str, dict[str, Value]] | None = None
        self._gesture = Gesture()
        tr = context.tr
        self._which = QComboBox()
        self._which.setProperty("compact", True)
        self._which.setAccessibleName(tr("Process"))
        for one in processes().values():
            self._which.addItem(tr.words(one.name), one.id)
            self._which.setItemData(self._which.count() - 1, tr.words(one.about), Qt.ItemDataRole.ToolTipRole)
        self._which.activated.connect(self._set_process)
        self.list = StepList()
        self.list.setAccessibleName(tr("Steps of the process"))
        self.list.currentRowChanged.connect(self._choose)
        self._form_box = QVBoxLayout()
        self._form_box.setContentsMargins(12, 4, 12, 4)
        self._note = label("", "note", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._which, 1)
        for icon, words, act in (
            ("arrow-up", tr("Step earlier"), lambda: self._move(-1)),
            ("arrow-down", tr("Step later"), lambda: self._move(1)),
            ("trash", tr("Delete step"), self._remove),
        ):
            button = icon_button(context.icons, icon, words, ICON_DOCK, COMPACT_H + 2)
            button.clicked.connect(act)
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(self.list, 1)
        box.addLayout(self._form_box)
        box.addWidget(self._note)
        self._note.setContentsMargins(12, 0, 12, 8)
        self.follow(context.session.changed, self._changed)
        self.follow(context.session.replaced, self.refresh)
        ui.after_changed.connect(self._follow_canvas)
        self.refresh()
        self._follow_canvas()

    def sizeHint(self) -> QSize:
        """Return the height of seven steps and a form."""
        return QSize(300, 7 * 28 + 140)

    def _changed(self, old: Design, new: Design) -> None:
        if old.colourways is not new.colourways or old.slots is not new.slots:
            self.refresh()

    def refresh(self) -> None:
        """Show the steps of the present design."""
        design = self.context.session.design
        self._which.setCurrentIndex(self._which.findData(design.colourway.process))
        current = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for number, step in enumerate(design.steps, 1):
            item = QListWidgetItem()
            item.setSizeHint(QSize(200, 28))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(number, step))
            self.list.addItem(item)
            self.list.setItemWidget(item, self._row(number, step))
        self.list.setCurrentRow(min(current, self.list.count() - 1) if current >= 0 else self.list.count() - 1)
        self.list.blockSignals(False)
        self._show_form()

    def _spoken(self, number: int, step: Step) -> str:
        tr = self.context.tr
        state = tr("done") if step.enabled else tr("left out")
        return f"{number} {tr.words(step.name)}: {summary(self.context.session.design, step, tr)}, {state}"

    def _row(self, number: int, step: Step) -> QWidget:
        tr, icons = self.context.tr, self.context.icons
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 0, 10, 0)
        line.setSpacing(8)
        figure = label(str(number), "secondary")
        figure.setFixedWidth(16)
        kind = step_kinds().get(step.kind)
        picture = label("")
        name = kind.icon if kind else "circle-question-mark"
        picture.setPixmap(icons.icon(name, ICON_DOCK).pixmap(ICON_DOCK, ICON_DOCK))
        title = label(tr.words(step.name), "name")
        title.setEnabled(step.enabled)
        what = ElidedLabel(summary(self.context.session.design, step, tr), "secondary")
        done = QCheckBox()
        done.setChecked(step.enabled)
        done.setToolTip(tr("Do this step"))
        done.setAccessibleName(tr("Do {step}").format(step=tr.words(step.name)))
        done.toggled.connect(
            lambda on, key=step.id: self.edit("process.enable", lambda one: process.enable(one, key, on))
        )
        for widget in (figure, picture, title):
            line.addWidget(widget)
        line.addWidget(what, 1)
        line.addWidget(done)
        for widget in (figure, picture, title, what):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return row

    def _choose(self, row: int) -> None:
        design = self.context.session.design
        if 0 <= row < len(design.steps):
            self._show_form()
            self._ui.set_after(None if row == len(design.steps) - 1 else row + 1)

    def _follow_canvas(self) -> None:
        design = self.context.session.design
        after = len(design.steps) if self._ui.after is None else self._ui.after
        if after - 1 != self.list.currentRow():
            self.list.blockSignals(True)
            self.list.setCurrentRow(after - 1)
            self.list.blockSignals(False)
            self._show_form()

    def _show_form(self) -> None:
        """Show the settings of the step in focus, and what a batik maker would say to it."""
        design = self.context.session.design
        row = self.list.currentRow()
        if not 0 <= row < len(design.steps):
            self._clear_form()
            self._note.hide()
            return
        step, tr = design.steps[row], self.context.tr
        self._step = step.id
        if self._formed != (step.id, step.settings):  # a field keeps its focus while it is being set
            self._clear_form()
            self._fill_form(step)
        said = [message(BatikError(one.code, **one.facts), tr) for one in problems(design) if one.where == step.id]
        self._note.setText("\n".join(said))
        self._note.setVisible(bool(said))

    def _clear_form(self) -> None:
        self._formed = None
        while (item := self._form_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _fill_form(self, step: Step) -> None:
        from batikstudio.dyes.catalogue import dyes

        kind = step_kinds().get(step.kind)
        if kind is None:
            return
        tr, slots = self.context.tr, self.context.session.design.slots
        options = {
            "dye": [(key, tr.words(one.name)) for key, one in dyes().items()],
            "slots": [(slot.id, tr.words(slot.name)) for slot in slots],
        }
        form = ParameterForm(kind.parameters, step.settings, tr, options)
        form.changed.connect(self._set)
        self._form_box.addWidget(form)
        self._formed = (step.id, dict(step.settings))

    def _set(self, key: str, value: Value) -> None:
        step = self._step
        if step is None:
            return
        if self._formed is not None:
            self._formed = (step, self._formed[1] | {key: value})
        gesture = self._gesture.key(f"{step}.{key}")
        if not self.edit("process.step", lambda one: process.set_setting(one, step, key, value), merge_key=gesture):
            self._formed = None  # a refused value goes back to what holds
            self._show_form()

    def _set_process(self, index: int) -> None:
        design, tr = self.context.session.design, self.context.tr
        new, lost = process.set_process(design, self._which.itemData(index))
        if self.context.session.do("process.set", new) and lost:
            names = ", ".join(tr.words(slot.name) for slot in design.slots if slot.id in lost)
            self.context.say(
                tr("This process has no {slots}; what was drawn in it took the nearest colour.").format(slots=names),
                "note",
            )
        self._ui.set_after(None)

    def _move(self, by: int) -> None:
        row, step = self.list.currentRow(), self._step
        if step is not None and 0 <= row + by < self.list.count():
            self.list.setCurrentRow(row + by)
            self.edit("process.order", lambda one: process.move(one, step, row + by))

    def _remove(self) -> None:
        step = self._step
        if step is not None and self.list.count() > 1:
            self.edit("process.remove", lambda one: process.remove(one, step))
