"""The page of the properties where nothing is selected: the cloth, its layout, one field, hand and chance."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from batikstudio.base.parameter import Parameter, Value
from batikstudio.design.document import Design, Field
from batikstudio.design.edits import about, cloth, isen, layout, repeat
from batikstudio.design.layouts import layouts
from batikstudio.gui.context import Context
from batikstudio.gui.docks.isen_form import IsenForm
from batikstudio.gui.theme.tokens import ICON_DOCK
from batikstudio.gui.ui_state import UiState
from batikstudio.gui.widgets.buttons import icon_button
from batikstudio.gui.widgets.form import ParameterForm, indent, number_field
from batikstudio.gui.widgets.text import label
from batikstudio.motifs.filler import GROUND
from batikstudio.pattern.groups import FRIEZES, GROUPS, fitting
from batikstudio.pattern.lattice import is_far
from batikstudio.pattern.lereng import FLATTEST_DEG, STEEPEST_DEG
from batikstudio.pattern.repeats import MOST_TOSSED, MOST_TURNS, REPEATS, kind_of

Change = Callable[[str, str, Callable[[Design], Design]], None]
"""Asks for an edit: the label, what belongs together as one undo, and the edit."""
FRACTIONS = ("1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6")
LARGEST_SEED = about.LARGEST_SEED


class ClothPage:
    """Fills a column with the fields; it holds nothing, and is made anew after each change."""

    def __init__(self, context: Context, ui: UiState, change: Change) -> None:
        self._context, self._ui, self._change = context, ui, change
        self._locale = QLocale(context.tr.language)

    def fill(self, column: QVBoxLayout, design: Design) -> None:
        """Show a design."""
        tr, field = self._context.tr, self._ui.field_of(design)
        column.addWidget(label(tr("Cloth"), "title"))
        column.addLayout(self._cloth(design))
        self._layout_parameters(column, design)
        column.addWidget(label(tr("Pattern of the field"), "title"))
        column.addLayout(self._pattern(design, field))
        if field.repeat.residual_deg or field.repeat.residual_percent:
            words = tr("Moved by {degrees}° and {percent} % so that the repeat meets itself.")
            degrees, percent = tr.number(field.repeat.residual_deg, 2), tr.number(field.repeat.residual_percent, 2)
            column.addWidget(label(words.format(degrees=degrees, percent=percent), "note", wrap=True))
        self._ground_isen(column, design, field)
        column.addWidget(label(tr("Hand and chance"), "title"))
        column.addLayout(self._chance(design))

    def _ground_isen(self, column: QVBoxLayout, design: Design, field: Field) -> None:
        tr = self._context.tr
        form = IsenForm(design, tr("Isen of the ground"), field.isen, field.ground, GROUND, tr)
        form.changed.connect(
            lambda what, filler: self._change(
                "cloth.isen", f"isen {what}", lambda one: isen.set_ground_isen(one, field.id, filler)
            )
        )
        column.addWidget(form)

    # the cloth

    def _cloth(self, design: Design) -> QFormLayout:
        tr, form = self._context.tr, _form()
        title = QLineEdit(design.title)
        title.editingFinished.connect(
            lambda: self._change("design.title", "title", lambda one: about.set_title(one, title.text()))
        )
        self._row(form, tr("Title"), title)
        kinds = [(layout.NONE, tr("undivided"))] + [(one.id, tr.words(one.words)) for one in layouts().values()]
        chosen = design.layout.id if design.layout is not None else layout.NONE
        box = self._choice(kinds, chosen, lambda key: self._ask("cloth.layout", lambda one: layout.apply(one, key)))
        for number, one in enumerate(layouts().values(), 1):
            box.setItemData(number, tr.words(one.about), Qt.ItemDataRole.ToolTipRole)
        self._row(form, tr("Layout"), box)
        for words, value, change in (
            (tr("Length"), design.cloth.length_mm, lambda v: self._size(length_mm=v * 10)),
            (tr("Width"), design.cloth.width_mm, lambda v: self._size(width_mm=v * 10)),
        ):
            self._row(form, words, self._number(value / 10, change))
        kacu = tr("{n} kacu").format(n=tr.number(design.cloth.kacu, 2))
        form.addRow("", label(kacu, "caption"))
        self._row(form, tr("Mori"), self._fabrics(design))
        return form

    def _size(self, **sides: float) -> None:
        self._change("cloth.size", " ".join(sides), lambda one: cloth.set_cloth(one, **sides))  # type: ignore[arg-type]

    def _fabrics(self, design: Design) -> QComboBox:
        from batikstudio.dyes.catalogue import fabrics

        known = [(key, self._context.tr.words(one.name)) for key, one in fabrics().items()]
        return self._choice(
            known,
            design.cloth.fabric,
            lambda key: self._ask("cloth.size", lambda one: cloth.set_cloth(one, fabric=key)),
        )

    def _layout_parameters(self, column: QVBoxLayout, design: Design) -> None:
        """Offer the measures of the layout, in cm."""
        if design.layout is None or design.layout.id not in layouts():
            return
        parameters = layouts()[design.layout.id].parameters
        lengths = {one.key for one in parameters if one.unit == "mm"}
        values = {key: _times(value, 0.1) if key in lengths else value for key, value in design.layout.values.items()}
        form = ParameterForm([_in_cm(one) for one in parameters], values, self._context.tr)

        def changed(key: str, value: Value) -> None:
            meant = _times(value, 10.0) if key in lengths else value
            self._change("cloth.layout", key, lambda one: layout.set_value(one, key, meant))

        form.changed.connect(changed)
        column.addWidget(form)

    # one field

    def _pattern(self, design: Design, field: Field) -> QFormLayout:
        tr, form = self._context.tr, _form()
        if len(design.fields) > 1:
            fields = [(one.id, one.name) for one in design.fields]
            self._row(form, tr("Field"), self._choice(fields, field.id, self._ui.set_field))
        here = field.repeat
        kind = kind_of(here.name)
        kinds = [(one.id, tr.words(one.words)) for one in REPEATS.values()]
        box = self._choice(
            kinds, kind.id if kind else "", lambda key: self._named(field, f"{key} {REPEATS[key].default}")
        )
        self._row(form, tr("Repeat"), box)
        if kind is not None and kind.argument:
            self._argument(form, field, kind.id, kind.argument, here.name[len(kind.id) :].strip() or kind.default)
        for words, value, change in (
            (tr("Repeat width"), here.width_mm, lambda v: self._repeat_size(field, v * 10, here.height_mm)),
            (tr("Repeat height"), here.height_mm, lambda v: self._repeat_size(field, here.width_mm, v * 10)),
        ):
            self._row(form, words, self._number(value / 10, change))
        if not is_far(here.basis)[0]:
            self._row(form, tr("Fit to the cloth"), self._fit(design, field))
        if not any(is_far(here.basis)):
            self._row(form, tr("Symmetry"), self._groups(field))
        slots = [(slot.id, tr.words(slot.name)) for slot in design.slots]
        ground = self._choice(
            slots, field.ground, lambda key: self._ask("cloth.ground", lambda one: cloth.set_ground(one, field.id, key))
        )
        self._row(form, tr("Ground"), ground)
        edges = [("clip", tr("cut at the edge")), ("whole", tr("only whole copies"))]
        edge = self._choice(
            edges,
            field.edge,
            lambda key: self._ask("cloth.edge", lambda one: cloth.set_edge(one, field.id, key)),  # type: ignore[arg-type]
        )
        self._row(form, tr("Edge"), edge)
        return form

    def _named(self, field: Field, name: str) -> None:
        name = name.strip()
        self._ask("cloth.repeat", lambda one: repeat.set_repeat(one, field.id, name))

    def _argument(self, form: QFormLayout, field: Field, kind: str, argument: str, written: str) -> None:
        """Offer what follows the plain name: a fraction, an angle, an axis, a band's group, a number."""
        tr = self._context.tr

        def name(value: object) -> None:
            self._named(field, f"{kind} {value}")

        if argument == "fraction":
            self._row(form, tr("Step"), self._fraction(written, name))
        elif argument == "angle":
            self._row(form, tr("Angle"), self._angle(float(written), name))
        elif argument == "axis":
            axes = [("x", tr("left and right")), ("y", tr("above and below")), ("xy", tr("both ways"))]
            self._row(form, tr("Mirror"), self._choice(axes, written, name))
        elif argument == "frieze":
            groups = [(key, tr.words(one.words)) for key, one in FRIEZES.items()]
            self._row(form, tr("Symmetry"), self._choice(groups, written, name))
        elif argument == "turns":
            self._turns(form, written, name)
        else:
            copies = self._whole(int(written), 1, MOST_TOSSED)
            copies.valueChanged.connect(name)
            self._row(form, tr("Copies"), copies)

    def _fraction(self, written: str, name: Callable[[object], None]) -> QComboBox:
        """Return fractions to choose from; another one can be written over."""
        box = self._choice([(one, one) for one in FRACTIONS], written, name)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setEditText(written)
        line = box.lineEdit()
        if line is not None:
            line.returnPressed.connect(lambda: name(box.currentText()))
        return box

    def _angle(self, degrees: float, name: Callable[[object], None]) -> QWidget:
        tip = self._context.tr("From {low}° to {high}° either way")
        field = number_field(degrees, -STEEPEST_DEG, STEEPEST_DEG, "°", 1, self._locale)
        field.setToolTip(tip.format(low=f"{FLATTEST_DEG:g}", high=f"{STEEPEST_DEG:g}"))
        field.valueChanged.connect(lambda value: name(f"{value:g}"))
        return field

    def _turns(self, form: QFormLayout, written: str, name: Callable[[object], None]) -> None:
        tr = self._context.tr
        count, _, mirrored = written.partition(" ")
        turns = self._whole(int(count), 2, MOST_TURNS)
        mirror = QCheckBox(tr("each mirrored, too"))
        mirror.setChecked(bool(mirrored))

        def told() -> None:
            name(f"{turns.value()}{' mirror' if mirror.isChecked() else ''}")

        turns.valueChanged.connect(lambda _: told())
        mirror.toggled.connect(lambda _: told())
        self._row(form, tr("Turns"), turns)
        form.addRow("", mirror)

    def _repeat_size(self, field: Field, width_mm: float, height_mm: float) -> None:
        self._change("cloth.repeat", "size", lambda one: repeat.set_size(one, field.id, width_mm, height_mm))

    def _fit(self, design: Design, field: Field) -> QComboBox:
        """Say along which sides a whole number of repeats fills the field, and fit what is chosen."""
        tr = self._context.tr
        sides = [("none", tr("as it is")), ("x", tr("along the length"))]
        if not is_far(field.repeat.basis)[1]:
            sides += [("y", tr("along the width")), ("both", tr("both ways"))]
        return self._choice(
            sides,
            repeat.fitted_axes(design, field.id),
            lambda key: self._ask("cloth.fit", lambda one: repeat.fit_to_cloth(one, field.id, key)),  # type: ignore[arg-type]
        )

    def _groups(self, field: Field) -> QComboBox:
        tr, possible = self._context.tr, fitting(field.repeat.basis)
        box = self._choice(
            [(key, tr.words(group.words)) for key, group in GROUPS.items()],
            field.repeat.group,
            lambda key: self._ask("cloth.repeat", lambda one: repeat.set_group(one, field.id, key)),
        )
        for number, key in enumerate(GROUPS):
            if key not in possible:
                box.setItemData(number, tr("takes another repeat"), Qt.ItemDataRole.ToolTipRole)
        return box

    # hand and chance

    def _chance(self, design: Design) -> QFormLayout:
        tr, form = self._context.tr, _form()
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setTracking(False)  # the page is made anew after a change: not while the handle is held
        slider.setValue(round(design.look.hand * 100))
        slider.setToolTip(tr("How much copies differ: not at all as of a cap, freely as the hand draws tulis"))
        slider.valueChanged.connect(
            lambda value: self._change("design.look", "hand", lambda one: about.set_look(one, hand=value / 100))
        )
        row = QHBoxLayout()
        row.addWidget(label("Cap", "caption"))
        row.addWidget(slider, 1)
        row.addWidget(label("Tulis", "caption"))
        slider.setAccessibleName(tr("Hand"))
        form.addRow(label(tr("Hand"), "secondary"), row)
        seed = self._whole(design.seed, 1, LARGEST_SEED)
        seed.setAccessibleName(tr("Chance no."))
        seed.valueChanged.connect(lambda value: self._seed(value, "seed"))
        dice = icon_button(self._context.icons, "dices", tr("Throw the dice"), ICON_DOCK, 24)
        dice.clicked.connect(lambda: self._seed(secrets.randbelow(9999) + 1, "dice"))
        row = QHBoxLayout()
        row.addWidget(seed, 1)
        row.addWidget(dice)
        form.addRow(label(tr("Chance no."), "secondary"), row)
        return form

    def _seed(self, seed: int, what: str) -> None:
        self._change("design.seed", what, lambda one: about.set_seed(one, seed))

    # parts

    def _ask(self, title: str, edit: Callable[[Design], Design]) -> None:
        """Ask for a change that is one undo of its own."""
        self._change(title, "", edit)

    def _row(self, form: QFormLayout, words: str, field: QWidget) -> None:
        field.setAccessibleName(words)
        field.setProperty("compact", True)
        form.addRow(label(words, "secondary"), field)

    def _number(self, value_cm: float, change: Callable[[float], None]) -> QWidget:
        field = number_field(value_cm, 0.5, 2000.0, "cm", 2, self._locale)
        field.valueChanged.connect(change)
        return field

    def _whole(self, value: int, low: int, high: int) -> QSpinBox:
        field = QSpinBox()
        field.setLocale(self._locale)
        field.setRange(low, high)
        field.setKeyboardTracking(False)
        field.setGroupSeparatorShown(False)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.setProperty("compact", True)
        field.setValue(value)
        indent(field)
        return field

    def _choice(self, options: Iterable[tuple[str, str]], current: str, chosen: Callable[[str], None]) -> QComboBox:
        box = QComboBox()
        for key, words in options:
            box.addItem(words, key)
        box.setCurrentIndex(box.findData(current))
        box.activated.connect(lambda index: chosen(box.itemData(index)))
        return box


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setSpacing(6)
    return form


def _times(value: Value, factor: float) -> Value:
    return value * factor if isinstance(value, int | float) else value


def _in_cm(parameter: Parameter) -> Parameter:
    """Return a length in mm as one in cm, as a maker measures cloth."""
    if parameter.unit != "mm":
        return parameter
    low, high = (None if bound is None else bound / 10 for bound in (parameter.minimum, parameter.maximum))
    return replace(parameter, unit="cm", default=_times(parameter.default, 0.1), minimum=low, maximum=high)
