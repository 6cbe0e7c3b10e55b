"""The export dialog: what it says is what is written, it can be stopped, and then nothing has changed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from batikstudio.base.errors import BatikError, Cancelled
from batikstudio.base.parameter import complete
from batikstudio.design.templates import from_template
from batikstudio.export.base import formats
from batikstudio.gui.dialogs import export_facts
from batikstudio.gui.dialogs.export_dialog import ExportDialog
from batikstudio.gui.dialogs.export_facts import destination, file_name, time_left
from batikstudio.gui.dialogs.export_formats import FORMAT_ID
from batikstudio.gui.dialogs.export_preview import ExportPreview, tile_of
from batikstudio.gui.dialogs.export_receipt import ReceiptBand
from batikstudio.gui.dialogs.export_run import ExportRun
from batikstudio.gui.theme.tokens import LIGHT
from batikstudio.studio.exporting import parameters_of, source_of
from batikstudio.studio.i18n import Translator
from tests.support.gui_context import Bench, nameless

# The offscreen platform says so whenever a window is shown.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LONG = 60_000
EN = Translator("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def bench(tmp_path: Path, folder: Path) -> Iterator[Bench]:
    made = Bench(tmp_path, folder=str(folder))
    yield made
    made.jobs.close()


@pytest.fixture
def dialog(qtbot, bench: Bench) -> Iterator[ExportDialog]:
    made = ExportDialog(bench.context, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(made.bar.export_button.isEnabled, timeout=LONG)
    yield made
    made.run.stop()
    qtbot.waitUntil(lambda: not made.run.is_running, timeout=LONG)


def choose(qtbot, dialog: ExportDialog, format_id: str, **settings: object) -> None:
    rows = {dialog.list.item(row).data(FORMAT_ID): row for row in range(dialog.list.count())}
    dialog.list.setCurrentRow(rows[format_id])
    for key, value in settings.items():
        dialog.form.changed.emit(key, value)
    qtbot.waitUntil(dialog.bar.export_button.isEnabled, timeout=LONG)


def band(dialog: ExportDialog) -> object:
    item = dialog.band.itemAt(0)
    return item.widget() if item is not None else None


def test_the_formats_are_those_of_the_registry(dialog):
    ids = [dialog.list.item(row).data(FORMAT_ID) for row in range(dialog.list.count())]
    assert ids == list(formats())


@pytest.mark.parametrize("format_id", list(formats()))
def test_the_form_has_a_field_for_each_parameter(qtbot, dialog, format_id):
    choose(qtbot, dialog, format_id)
    assert list(dialog.form.fields.fields) == [one.key for one in parameters_of(format_id)]
    assert nameless(dialog) == []


def test_what_is_set_of_the_cloth_goes_along_to_another_format(qtbot, dialog):
    choose(qtbot, dialog, "tiff", dpi=72.0, compression="lzw")
    choose(qtbot, dialog, "png")
    assert dialog.settings["dpi"] == 72.0
    assert "compression" not in dialog.settings
    choose(qtbot, dialog, "tiff")
    assert dialog.settings["compression"] == "lzw"


def test_an_export_is_what_the_dialog_and_the_receipt_say(qtbot, bench, dialog, folder):
    choose(qtbot, dialog, "png", what="repeat", dpi=60.0)
    values = complete(parameters_of("png"), {"what": "repeat", "dpi": 60.0})
    source = source_of(bench.context.session.design, values)
    dialog.form.name_field.setText("raport")
    with qtbot.waitSignal(dialog.run.finished, timeout=LONG) as done:
        dialog.bar.export_button.click()
    path, (receipt,) = folder / "raport.png", done.args
    assert [one.name for one in folder.iterdir()] == ["raport.png"]
    with Image.open(path) as picture:
        assert picture.size == (source.width_px, source.height_px) == (receipt.width_px, receipt.height_px)
        assert picture.info["dpi"] == pytest.approx(receipt.dpi, abs=0.02)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == receipt.sha256
    report = band(dialog)
    assert isinstance(report, ReceiptBand)
    assert f"SHA-256: {receipt.sha256[:12]}…" in report.texts
    assert f"Pixels: {source.width_px} × {source.height_px} px" in report.texts
    assert any(text.startswith("The repeat joins") for text in report.texts)
    assert bench.said == [("Exported: raport.png", "ok")]
    assert bench.context.preferences.settings.folder == str(folder)


def test_escape_stops_the_writing_first_and_leaves_nothing(qtbot, bench, dialog, folder):
    choose(qtbot, dialog, "tiff", dpi=1200.0)
    old = folder / "x.tif"
    old.write_bytes(b"the older one")
    dialog.form.name_field.setText("x")
    with qtbot.waitSignal(dialog.run.progressed, timeout=LONG):
        dialog.bar.export_button.click()
    with qtbot.waitSignal(dialog.run.stopped, timeout=LONG):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.bar.export_button.isEnabled()
    assert dialog.bar.note.text() == "Cancelled. No file was written; an older one is unchanged."
    assert [(one.name, one.read_bytes()) for one in folder.iterdir()] == [("x.tif", b"the older one")]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_while_it_writes_what_it_uses_is_locked(qtbot, dialog):
    choose(qtbot, dialog, "tiff", dpi=1200.0)
    used = (dialog.list, dialog.form.fields, dialog.form.name_field, dialog.form.folder_button)
    assert all(widget.isEnabled() for widget in used)
    dialog.bar.export_button.click()
    assert not any(widget.isEnabled() for widget in used)
    assert dialog.bar.stop_button.isVisible()
    assert not dialog.bar.export_button.isVisible()
    with qtbot.waitSignal(dialog.run.stopped, timeout=LONG):
        dialog.bar.stop_button.click()
    assert all(widget.isEnabled() for widget in used)


def test_an_error_is_said_in_the_dialog_and_one_may_go_on(qtbot, dialog, folder):
    choose(qtbot, dialog, "png", what="repeat", dpi=30.0)
    folder.rmdir()
    with qtbot.waitSignal(dialog.run.failed, timeout=LONG):
        dialog.bar.export_button.click()
    assert "cannot be written" in band(dialog).accessibleName()
    folder.mkdir()
    with qtbot.waitSignal(dialog.run.finished, timeout=LONG):
        dialog.bar.export_button.click()
    assert isinstance(band(dialog), ReceiptBand)


def test_a_design_without_a_repeat_that_wraps_says_so_before_anything_is_written(qtbot, bench, dialog, monkeypatch):
    def refuse(*_: object) -> None:
        raise BatikError("repeat.not_exact")

    monkeypatch.setattr("batikstudio.gui.dialogs.export_dialog.source_of", refuse)
    dialog.form.changed.emit("what", "repeat")
    qtbot.waitUntil(lambda: band(dialog) is not None, timeout=LONG)
    assert "no single repeat that wraps" in band(dialog).accessibleName()
    assert not dialog.bar.export_button.isEnabled()
    monkeypatch.undo()
    dialog.form.changed.emit("what", "cloth")
    qtbot.waitUntil(dialog.bar.export_button.isEnabled, timeout=LONG)
    assert band(dialog) is None


def test_a_file_in_the_way_is_named_before_it_is_replaced(dialog, folder):
    (folder / "ada.tif").write_bytes(b"")
    assert dialog.bar.export_button.text() == "Export"
    dialog.form.name_field.setText("ada")
    assert dialog.bar.export_button.text() == "Export and replace"
    assert "there already" in dialog.form.note.text()
    dialog.form.name_field.setText("a/b")
    assert not dialog.bar.export_button.isEnabled()
    assert "cannot be a file's name" in dialog.form.note.text()


def test_enter_in_a_field_starts_nothing(qtbot, dialog, folder):
    qtbot.keyClick(dialog.form.name_field, Qt.Key.Key_Return)
    assert not dialog.run.is_running
    assert dialog.isVisible()


def test_a_stop_that_comes_too_late_is_not_called_a_stop(qtbot, bench, monkeypatch, folder):
    stopped = threading.Event()

    def whole(*_: object) -> str:
        stopped.wait(10)
        return "receipt"  # the file was replaced before anybody looked again

    monkeypatch.setattr("batikstudio.studio.exporting.export_design", whole)
    run = ExportRun(bench.jobs, bench.poster)
    with qtbot.waitSignal(run.finished, timeout=LONG) as done:
        run.start(from_template("kawung"), "png", folder / "a.png", {})
        run.stop()
        assert run.is_stopping
        stopped.set()
    assert done.args == ["receipt"]
    assert not run.is_running


def test_the_end_of_the_program_ends_a_run_without_an_answer(qtbot, bench, monkeypatch, folder):
    def never(*arguments: object) -> None:
        asked = arguments[-1]
        while True:
            asked.step(0.5)

    monkeypatch.setattr("batikstudio.studio.exporting.export_design", never)
    run = ExportRun(bench.jobs, bench.poster)
    run.start(from_template("kawung"), "png", folder / "a.png", {})
    assert run.is_running
    bench.jobs.close()
    assert not run.is_running


def test_the_progress_asks_for_the_persons_word(bench, qtbot, monkeypatch, folder):
    seen = []

    def until_stopped(*arguments: object) -> None:
        try:
            while True:
                arguments[-1].step(0.25)
        except Cancelled:
            seen.append("cancelled")
            raise

    monkeypatch.setattr("batikstudio.studio.exporting.export_design", until_stopped)
    run = ExportRun(bench.jobs, bench.poster)
    with qtbot.waitSignal(run.stopped, timeout=LONG):
        run.start(from_template("kawung"), "png", folder / "a.png", {})
        run.stop()
    assert seen == ["cancelled"]


def test_the_preview_lays_the_cloth_with_its_measures(qtbot, bench):
    from batikstudio.base.progress import QUIET

    tile = tile_of(bench.context.session.design, QUIET)
    preview = ExportPreview(LIGHT, "preview")
    qtbot.addWidget(preview)
    preview.resize(400, 400)
    preview.show_size(500.0, 500.0, "50 cm", "50 cm")
    bare = preview.grab().toImage()
    preview.show_tile(tile)
    laid = preview.grab().toImage()
    assert bare.pixelColor(2, 2) == laid.pixelColor(2, 2) == QColor(LIGHT.surround)
    # Kelengan: blue ground, white figure; the middle of the cloth is neither of the window's greys.
    colours = np.array([laid.pixelColor(x, y).getRgb()[:3] for x in range(100, 340, 4) for y in range(100, 340, 4)])
    assert np.median(colours[:, 2] - colours[:, 0]) > 20
    assert preview.accessibleDescription() == "50 cm × 50 cm"
    assert (tile.width_mm, tile.height_mm) == pytest.approx((240.0, 240.0), abs=0.1)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("kain", "kain.tif"),
        (" kain ", "kain.tif"),
        ("kain.tif", "kain.tif"),
        ("kain.TIF", "kain.tif"),
        ("kain.v2", "kain.v2.tif"),
        ("", None),
        ("..", None),
        (".tif", None),
        ("a/b", None),
        ("a\\b", None),
        ("a:b", None),
        ("a\nb", None),
    ],
)
def test_a_name_becomes_a_path_or_is_refused(name, file):
    found = destination(Path("d"), name, ".tif")
    assert found == (None if file is None else Path("d") / file)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Manggur & kawung", "Manggur kawung"), ("a/b:c", "a b c"), ("..", "desain"), ("", "desain"), ("ñ é", "ñ é")],
)
def test_a_title_becomes_a_name_that_is_accepted(title, name):
    assert file_name(title, "desain") == name
    assert destination(Path("d"), name, ".png") is not None


@pytest.mark.parametrize(
    ("elapsed_s", "share", "words"),
    [
        (1.0, 0.5, ""),
        (10.0, 0.01, ""),
        (10.0, 0.5, "about 10 seconds left"),
        (2.0, 0.999, "about 1 seconds left"),
        (60.0, 0.1, "about 9 minutes left"),
    ],
)
def test_the_time_that_is_left_is_said_once_it_is_known(elapsed_s, share, words):
    assert time_left(elapsed_s, share, EN) == words


def test_the_numbers_are_written_as_the_language_writes_them():
    assert export_facts.resolution(299.9619, 299.8806, Translator("id")) == "299,96 × 299,88 dpi"
    assert export_facts.resolution(300.0, 300.001, EN) == "300.00 dpi"
    assert export_facts.pixels(29760, 12397, Translator("id")) == "29.760 × 12.397 px"
    assert export_facts.file_size(214_400_000, EN) == "± 214 MB"
    assert export_facts.file_size(5_440_000, EN) == "± 5.4 MB"
