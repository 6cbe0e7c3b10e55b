"""From a photograph of a drawing to a motif: straightened, to scale, traced as one looks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import Progress
from batikstudio.base.words import Words
from batikstudio.gui.context import Context
from batikstudio.gui.dialogs.making import MakingDialog, form_column, measures_of, note
from batikstudio.gui.dialogs.photo_views import PhotoView, TracedView
from batikstudio.gui.widgets.buttons import Segments, push_button
from batikstudio.gui.widgets.form import number_field
from batikstudio.gui.widgets.text import label
from batikstudio.studio import folders
from batikstudio.studio.i18n import N_
from batikstudio.studio.photos import PICTURE_SUFFIXES, Corners, Squared, TraceSettings

if TYPE_CHECKING:
    from batikstudio.motifs.motif import Motif
    from batikstudio.motifs.tracing.picture import Picture
    from batikstudio.motifs.tracing.tracing import Mode, Traced

LARGEST = (1240, 700)
SETTLE_MS = 150
BIAS_STEPS = 20
"""Of the slider, to each side."""
_INSET = 0.12
_PAPERS = ("A4", "F4", "A3")
_SCALES = {
    "sheet": N_("Size from the drawing sheet."),
    "corners": N_("Size from the corners of the paper."),
    "page": N_("Size from the edges of the paper."),
    "scanner": N_("Size from the scanner."),
    "width": N_("Width as you set it."),
    "guess": N_("The size is a guess: set the real width."),
}


@dataclass(frozen=True, eq=False)
class Seen:
    """A photograph that was read, and where its paper lies."""

    picture: Picture
    corners: Corners | None
    on_sheet: bool


@dataclass(frozen=True, eq=False)
class Result:
    """A drawing, what was traced of it, and the motif of that."""

    drawing: Squared
    traced: tuple[Traced, ...]
    motif: Motif


def seen(path: Path) -> Seen:
    """Read a picture and look for the sheet or the paper in it; runs in a worker.

    Raises
    ------
    BatikError
        As `read_bytes` and `read_picture`.
    """
    from batikstudio.motifs.tracing.marks import find_sheet
    from batikstudio.motifs.tracing.picture import MOST_BYTES, read_picture
    from batikstudio.motifs.tracing.rectify import find_page
    from batikstudio.studio.files import read_bytes

    picture = read_picture(read_bytes(path, MOST_BYTES))
    try:
        find_sheet(picture.grey)
        return Seen(picture, None, True)
    except BatikError:  # any other paper is as good
        found = find_page(picture.grey)
    corners = None if found is None else cast("Corners", tuple((float(x), float(y)) for x, y in found))
    return Seen(picture, corners, False)


def traced(picture: Picture, settings: TraceSettings, drawing: Squared | None, progress: Progress) -> Result:
    """Straighten a picture, unless that is done, and trace it; runs in a worker. Raises as `squared` and `trace`."""
    from batikstudio.motifs.tracing.tracing import motif_of, trace
    from batikstudio.studio.photos import squared

    drawing = drawing or squared(picture, settings)
    progress.step(0.3)
    found = trace(drawing.grey, drawing.px_per_mm, settings.mode, settings.bias, progress.part(0.3, 1.0))
    return Result(drawing, found, motif_of(found, "", settings.line_mm))


class PhotoDialog(MakingDialog):
    """Chooses a picture, lets its paper be straightened, and shows what is traced while settings change.

    Parameters
    ----------
    context : Context
    parent : QWidget or None
    may_place : bool
    path : Path, optional
        A picture to begin with.
    """

    def __init__(self, context: Context, parent: QWidget | None, may_place: bool, path: Path | None = None) -> None:
        super().__init__(context, parent, context.tr("From a photo"), LARGEST, may_place)
        self._seen: Seen | None = None
        self._squared: tuple[object, Squared] | None = None  # the last one, with what it was made of
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._trace)
        self._lay()
        self._wire()
        if path is not None:
            self.read(path)
        else:
            self.say(context.tr("Choose a photograph or a scan of a drawing."))

    def _lay(self) -> None:
        tr = self.context.tr
        self.photo = PhotoView(self.context.tokens, tr("Photograph"))
        self.drawing = TracedView(self.context.tokens, tr("Traced drawing"))
        body = QHBoxLayout()
        body.setSpacing(0)
        for view, words, share in ((self.photo, tr("Photograph"), 4), (self.drawing, tr("Traced drawing"), 5)):
            column = QVBoxLayout()
            column.setSpacing(0)
            head = label(words, "title")
            head.setContentsMargins(12, 8, 12, 8)
            column.addWidget(head)
            column.addWidget(view, 1)
            body.addLayout(column, share)
        body.addWidget(self._form())
        self.choose = push_button(tr("Choose a picture…"), self.context.icons, "image", main=True)
        self.lay(body, self.choose, self.keep_button, self.place_button)

    def _form(self) -> QWidget:
        tr, locale = self.context.tr, QLocale(self.context.tr.language)
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.mode = Segments(
            tr("What is drawn"), [("auto", tr("Both")), ("lines", tr("Lines")), ("areas", tr("Areas"))], "auto"
        )
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self.threshold.setRange(-BIAS_STEPS, BIAS_STEPS)
        self.threshold.setPageStep(5)
        ends = QHBoxLayout()
        ends.addWidget(label(tr("only the darkest"), "caption"))
        ends.addStretch(1)
        ends.addWidget(label(tr("faint lines, too"), "caption"))
        threshold = QWidget()
        column = QVBoxLayout(threshold)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.threshold)
        column.addLayout(ends)
        self.threshold.setAccessibleName(tr("Threshold"))
        self.width_mm = number_field(0.0, 0.0, 10_000.0, "mm", 1, locale)
        self.width_mm.setSpecialValueText(tr("as measured"))
        self.line_mm = number_field(0.0, 0.0, 20.0, "mm", 1, locale)
        self.line_mm.setSpecialValueText(tr("as drawn"))
        self.straighten = QCheckBox(tr("Straighten by four corners"))
        self.straighten.setEnabled(False)
        self.straighten.setToolTip(tr("Drag the corners to those of the paper; with the keyboard: space, then arrows."))
        self.paper = QComboBox()
        for one in _PAPERS:
            self.paper.addItem(one, one)
        self.facts = note()
        return form_column(
            (
                (tr("Name"), self.name),
                (tr("What is drawn"), self.mode),
                (tr("Threshold"), threshold),
                (tr("Real width"), self.width_mm),
                (tr("Width of every line"), self.line_mm),
                (tr("Paper"), self.paper),
            ),
            self.straighten,
            self.facts,
        )

    def _wire(self) -> None:
        self.choose.clicked.connect(self._ask_picture)
        self.mode.chosen.connect(lambda _: self._settle.start())
        self.threshold.valueChanged.connect(lambda _: self._settle.start())
        self.width_mm.valueChanged.connect(lambda _: self._settle.start())
        self.line_mm.valueChanged.connect(lambda _: self._settle.start())
        self.paper.currentIndexChanged.connect(lambda _: self._settle.start())
        self.straighten.toggled.connect(self._straighten)
        self.photo.corners_changed.connect(self._settle.start)

    # the picture

    def _ask_picture(self) -> None:
        tr = self.context.tr
        kinds = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a picture"), str(folders.documents()), tr("Pictures") + f" ({kinds})"
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a picture; a refusal is said in the foot."""
        self.say(self.context.tr("Reading {name}…").format(name=path.name))
        self.name.setText(path.stem)
        self.ask("read", lambda _progress: seen(path), self._show_picture)

    def _show_picture(self, found: Seen) -> None:
        self._seen = found
        self.photo.show_picture(found.picture.rgb)
        self.photo.set_corners(found.corners)
        self.straighten.blockSignals(True)
        self.straighten.setChecked(found.corners is not None)
        self.straighten.blockSignals(False)
        self.straighten.setEnabled(not found.on_sheet)
        self._trace()

    def _straighten(self, on: bool) -> None:
        if self._seen is not None:
            width, height = self._seen.picture.size_px
            inset = _INSET * min(width, height)
            whole: Corners = (
                (inset, inset),
                (width - inset, inset),
                (width - inset, height - inset),
                (inset, height - inset),
            )
            self.photo.set_corners((self._seen.corners or whole) if on else None)
            self._settle.start()

    # the drawing

    @property
    def settings(self) -> TraceSettings:
        """What is set; corners in px of the file."""
        reduced = self._seen.picture.reduced if self._seen is not None else 1.0
        at = self.photo.corners
        return TraceSettings(
            cast("Mode", self.mode.current),
            self.threshold.value() / BIAS_STEPS,
            self.width_mm.value() or None,
            self.line_mm.value() or None,
            None if at is None else cast("Corners", tuple((x * reduced, y * reduced) for x, y in at)),
            str(self.paper.currentData()),
        )

    def _trace(self) -> None:
        self._settle.stop()
        if self._seen is None:
            return
        picture, settings = self._seen.picture, self.settings
        self.paper.setEnabled(settings.corners is not None)
        self.say(self.context.tr("Tracing…"))
        key = (self._seen, settings.corners, settings.paper, settings.width_mm)
        known = self._squared[1] if self._squared is not None and self._squared[0] == key else None

        def done(found: Result) -> None:
            self._squared = (key, found.drawing)
            self._show(found)

        self.ask("trace", lambda progress: traced(picture, settings, known, progress), done, self._failed)

    def _show(self, found: Result) -> None:
        tr = self.context.tr
        self.set_motif(found.motif)
        self.drawing.show_result(found.drawing.grey, found.drawing.px_per_mm, found.traced)
        self.say("")
        counts = {kind: sum(one.kind == kind for one in found.traced) for kind in ("line", "area", "dot")}
        told = tr("{lines} lines · {areas} areas · {dots} dots").format(
            lines=tr.number(counts["line"], 0), areas=tr.number(counts["area"], 0), dots=tr.number(counts["dot"], 0)
        )
        size = measures_of(self.context, found.motif)
        self.facts.setText(f"{size}\n{told}\n{tr(_SCALES[found.drawing.scale_from])}")

    def _failed(self, error: BaseException) -> None:
        self.set_motif(None)
        self.drawing.show_result(None, 1.0, ())
        self.facts.setText("")
        self.refused(error)

    def finished_motif(self) -> Motif | None:
        """Return the motif under its name."""
        from batikstudio.motifs.naming import id_of

        if self.motif is None:
            return None
        name = " ".join(self.name.text().split()) or self.context.tr("Drawing")
        return replace(self.motif, about=replace(self.motif.about, id=id_of(name), name=Words(name, name)))
