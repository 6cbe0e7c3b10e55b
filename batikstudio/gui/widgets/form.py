"""A form made of parameters: the same for steps, motifs and formats, whatever they declare."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from batikstudio.base.parameter import Parameter, Value
from batikstudio.gui.widgets.text import label
from batikstudio.studio.i18n import Translator

LARGEST = 1e6
PAUSE_S = 1.0
INDENT = 5
Options = Sequence[tuple[str, str]]


def number_field(
    value: float, minimum: float | None, maximum: float | None, unit: str, digits: int, locale: QLocale
) -> QDoubleSpinBox:
    """Return a field for a number with its unit; it tells its value when it is left or Enter is pressed."""
    field = QDoubleSpinBox()
    field.setLocale(locale)
    field.setDecimals(digits)
    field.setRange(-LARGEST if minimum is None else minimum, LARGEST if maximum is None else maximum)
    field.setKeyboardTracking(False)
    field.setGroupSeparatorShown(False)
    field.setSuffix(f" {unit}" if unit and unit != "°" else unit)
    field.setValue(value)
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    indent(field)
    return field


def indent(field: QAbstractSpinBox) -> None:
    """Keep the figures of a field off its edge: the stylesheet does not reach the line inside."""
    field.lineEdit().setTextMargins(INDENT, 0, 0, 0)


class Gesture:
    """Names what belongs together: changes of one thing that follow each other without a pause are one undo."""

    def __init__(self) -> None:
        self._what = ""
        self._number = 0
        self._last_s = 0.0

    def key(self, what: str) -> str:
        """Return the merge key of a change that happens now."""
        now = time.monotonic()
        if what != self._what or now - self._last_s > PAUSE_S:
            self._number += 1
        self._what, self._last_s = what, now
        return f"{what}#{self._number}"


class ParameterForm(QWidget):
    """One row for each parameter; what the person sets is told as ``changed(key, value)``."""

    changed = Signal(str, object)

    def __init__(
        self,
        parameters: Sequence[Parameter],
        values: Mapping[str, Value],
        tr: Translator,
        options: Mapping[str, Options] | None = None,
        hidden: Sequence[str] = (),
        columns: int = 1,
    ) -> None:
        """Make the form.

        ``options`` gives the choices of a parameter that declares none itself: dyes, slots. ``hidden`` are keys that
        are not shown. ``columns`` is how many stand beside each other.
        """
        super().__init__()
        self._tr, self._options = tr, dict(options or {})
        self._locale = QLocale(tr.language)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column in range(columns):
            grid.setColumnStretch(2 * column + 1, 1)
        self.fields: dict[str, QWidget] = {}
        shown = [one for one in parameters if one.key not in hidden]
        for number, parameter in enumerate(shown):
            row, column = divmod(number, columns)
            words = tr.words(parameter.words)
            field = self._field(parameter, values.get(parameter.key, parameter.default))
            field.setAccessibleName(words)
            self.fields[parameter.key] = field
            if isinstance(field, QCheckBox):
                field.setText(words)
                grid.addWidget(field, row, 2 * column, 1, 2)
            else:
                name: QLabel = label(words, "secondary")
                name.setBuddy(field)
                grid.addWidget(name, row, 2 * column)
                grid.addWidget(field, row, 2 * column + 1)

    def _field(self, parameter: Parameter, value: Value) -> QWidget:
        if parameter.kind == "bool":
            return self._check(parameter, bool(value))
        if parameter.kind == "int":
            return self._whole(parameter, int(value) if isinstance(value, int | float) else 0)
        if parameter.kind == "float":
            return self._number(parameter, float(value) if isinstance(value, int | float) else 0.0)
        if parameter.kind == "list":
            return self._checks(parameter, value if isinstance(value, list) else [])
        if parameter.kind == "choice" or parameter.key in self._options:
            return self._combo(parameter, str(value))
        return self._text(parameter, str(value))

    def _choices(self, parameter: Parameter) -> Options:
        if parameter.key in self._options:
            return self._options[parameter.key]
        return [(key, self._tr.words(words)) for key, words in parameter.choices.items()]

    def _check(self, parameter: Parameter, value: bool) -> QWidget:
        field = QCheckBox()
        field.setChecked(value)
        field.toggled.connect(lambda on: self.changed.emit(parameter.key, on))
        return field

    def _whole(self, parameter: Parameter, value: int) -> QWidget:
        field = QSpinBox()
        field.setLocale(self._locale)
        field.setRange(int(parameter.minimum or 0), int(parameter.maximum or LARGEST))
        field.setKeyboardTracking(False)
        field.setSuffix(f" {parameter.unit}" if parameter.unit else "")
        indent(field)
        field.setValue(value)
        field.setProperty("compact", True)
        field.valueChanged.connect(lambda number: self.changed.emit(parameter.key, number))
        return field

    def _number(self, parameter: Parameter, value: float) -> QWidget:
        span = (parameter.maximum or LARGEST) - (parameter.minimum or 0.0)
        digits = 2 if span <= 10 else 1
        field = number_field(value, parameter.minimum, parameter.maximum, parameter.unit, digits, self._locale)
        field.setProperty("compact", True)
        field.setSingleStep(0.05 if span <= 2 else 0.5 if span <= 20 else 1.0)
        field.valueChanged.connect(lambda number: self.changed.emit(parameter.key, float(number)))
        return field

    def _combo(self, parameter: Parameter, value: str) -> QWidget:
        field = QComboBox()
        for key, words in self._choices(parameter):
            field.addItem(words, key)
        field.setCurrentIndex(max(field.findData(value), 0) if field.findData(value) >= 0 else -1)
        field.setProperty("compact", True)
        field.activated.connect(lambda index: self.changed.emit(parameter.key, field.itemData(index)))
        return field

    def _text(self, parameter: Parameter, value: str) -> QWidget:
        field = QLineEdit(value)
        field.setProperty("compact", True)
        field.editingFinished.connect(lambda: self.changed.emit(parameter.key, field.text()))
        return field

    def _checks(self, parameter: Parameter, value: list[str]) -> QWidget:
        """Return a box for each word of the list; words that are not offered are kept."""
        from batikstudio.gui.widgets.flow import FlowLayout

        box = QWidget()
        row = FlowLayout(box, spacing=8) if len(self._choices(parameter)) > 3 else QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        boxes: dict[str, QCheckBox] = {}

        def tell() -> None:
            offered = [key for key, one in boxes.items() if one.isChecked()]
            self.changed.emit(parameter.key, [key for key in value if key not in boxes] + offered)

        for key, words in self._choices(parameter):
            boxes[key] = QCheckBox(words)
            boxes[key].setChecked(key in value)
            boxes[key].clicked.connect(tell)
            row.addWidget(boxes[key])
        return box
