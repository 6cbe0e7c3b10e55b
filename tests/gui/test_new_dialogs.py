"""Siblings, letters, photographs, class sheets, and the person's own motifs in the window: real files, real engines."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from batikstudio.design.templates import from_template
from batikstudio.gui.dialogs import siblings as siblings_dialog
from batikstudio.gui.dialogs.class_sheets import ClassSheetsDialog
from batikstudio.gui.dialogs.letters import LettersDialog
from batikstudio.gui.dialogs.photo import PhotoDialog
from batikstudio.gui.dialogs.questions import Question
from batikstudio.gui.dialogs.siblings import SiblingsDialog
from batikstudio.motifs.catalogue import catalogue, refresh
from batikstudio.motifs.letters import default_font, letters
from batikstudio.motifs.svg import motif_from_svg
from batikstudio.motifs.svg.importing import OWN_FAMILY
from batikstudio.studio.library import own_library
from batikstudio.studio.own import is_own, keep, kind_of_file, place_in_cell
from tests.support.gui_context import Bench, nameless
from tests.support.photographs import photograph, printed
from tests.support.window import settle, studio

# The offscreen platform says so whenever a window is shown.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LONG_MS = 60_000
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="20mm" viewBox="0 0 30 20">'
    b'<path d="M1 1H29V19H1Z" fill="none" stroke="black" stroke-width="1"/></svg>'
)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.jobs.close()


@pytest.fixture(autouse=True)
def shelf_as_it_was() -> Iterator[None]:
    yield
    refresh(())


def adopt(qtbot, dialog: QDialog) -> None:
    """Show a dialog that is there until the test is over, closed or not."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()


def drawing_png(path: Path) -> Path:
    """A ring of 40 mm, 1 mm wide, and a filled square, scanned at 254 dpi: 10 px a mm."""
    picture = Image.new("L", (1000, 800), 245)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((150, 200, 550, 600), outline=30, width=10)
    pen.rectangle((650, 300, 850, 500), fill=30)
    picture.save(path, dpi=(254, 254))
    return path


# siblings


def sheet(qtbot, bench: Bench) -> SiblingsDialog:
    dialog = SiblingsDialog(bench.context, None)
    adopt(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.is_found, timeout=LONG_MS)
    return dialog


def test_each_sibling_shows_its_own_cloth_and_what_changed(qtbot, bench):
    dialog = sheet(qtbot, bench)
    qtbot.waitUntil(lambda: dialog.is_drawn, timeout=LONG_MS)
    shown = [card for card in dialog.cards if card.isEnabled()]
    assert len(shown) == len(dialog.found) > 3
    assert all(card.text() for card in shown)
    clothes = {bytes(card.picture.toImage().constBits()) for card in shown}
    assert len(clothes) > len(shown) // 2, "the siblings look alike"
    assert nameless(dialog) == []


def test_a_figure_key_and_enter_take_a_sibling_as_one_step(qtbot, bench):
    session = bench.context.session
    before, steps = session.design, session.position
    dialog = sheet(qtbot, bench)
    wanted = dialog.found[2].design
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_3)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert session.design == wanted != before
    assert session.position == steps + 1
    session.undo()
    assert session.design == before


def test_arrows_move_through_the_sheet_and_escape_takes_none(qtbot, bench):
    before = bench.context.session.design
    dialog = sheet(qtbot, bench)
    for key, there in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Up, 1)):
        qtbot.keyClick(dialog.focusWidget(), key)
        assert dialog.focusWidget() is dialog.cards[there]
    if len(dialog.found) > 5:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
        assert dialog.focusWidget() is dialog.cards[1 + siblings_dialog.COLUMNS]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert bench.context.session.design is before


def test_twelve_more_are_others_and_come_from_the_same_base(qtbot, bench):
    dialog = sheet(qtbot, bench)
    first = dialog.found
    dialog.more.click()
    assert dialog.found == ()
    qtbot.waitUntil(lambda: dialog.is_found, timeout=LONG_MS)
    assert [one.design for one in dialog.found] != [one.design for one in first]
    dialog.reject()
    again = sheet(qtbot, bench)
    assert [one.design for one in again.found] == [one.design for one in first]


# letters


def lettering(qtbot, bench: Bench, text: str, may_place: bool = True) -> LettersDialog:
    dialog = LettersDialog(bench.context, None, may_place)
    adopt(qtbot, dialog)
    dialog.text.setPlainText(text)
    qtbot.waitUntil(
        lambda: dialog.motif is not None and dialog.motif.about.name.id == " ".join(text.split()), timeout=LONG_MS
    )
    return dialog


def test_letters_have_the_height_that_is_set(qtbot, bench):
    dialog = lettering(qtbot, bench, "HEH")
    dialog.height_mm.setValue(33.0)
    qtbot.waitUntil(
        lambda: dialog.motif.bounds[3] - dialog.motif.bounds[1] == pytest.approx(33.0, abs=0.05), timeout=LONG_MS
    )
    assert not dialog.view.is_empty
    assert {part.kind for part in dialog.motif.parts} == {"areas"}
    dialog.style_of.buttons[1].click()
    qtbot.waitUntil(lambda: {part.kind for part in dialog.motif.parts} == {"lines"}, timeout=LONG_MS)
    assert nameless(dialog) == []


def test_letters_are_placed_as_one_step_and_selected(qtbot, bench):
    session = bench.context.session
    steps, before = session.position, {item.id for item in session.design.fields[0].items()}
    lettering(qtbot, bench, "Sari").place_button.click()
    assert session.position == steps + 1
    new = {item.id for item in session.design.fields[0].items()} - before
    assert set(session.selection) == new
    assert len(new) == 1


def test_letters_are_kept_under_their_text(qtbot, bench):
    dialog = lettering(qtbot, bench, "Batik Sari", may_place=False)
    assert not dialog.place_button.isEnabled()
    with qtbot.waitSignal(dialog.kept) as kept:
        dialog.keep_button.click()
    (motif_id,) = kept.args
    assert own_library().about(motif_id).name.id == "Batik Sari"
    assert catalogue().find(motif_id) is not None


def test_a_font_that_is_none_is_refused_and_the_next_one_taken(qtbot, bench, tmp_path):
    bad, good = tmp_path / "bad.ttf", tmp_path / "good.ttf"
    bad.write_bytes(b"no font at all")
    good.write_bytes((files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf").read_bytes())
    dialog = lettering(qtbot, bench, "Ayu")
    dialog.take_font(bad)
    qtbot.waitUntil(lambda: dialog.motif is None, timeout=LONG_MS)
    assert "not a font" in dialog.said.text()
    assert not dialog.keep_button.isEnabled()
    dialog.take_font(good)
    qtbot.waitUntil(lambda: dialog.motif is not None, timeout=LONG_MS)
    assert dialog.said.text() == ""
    dialog.text.setPlainText("  ")
    qtbot.waitUntil(lambda: dialog.motif is None, timeout=LONG_MS)


# photographs


def tracing(qtbot, bench: Bench, path: Path) -> PhotoDialog:
    dialog = PhotoDialog(bench.context, None, True, path)
    adopt(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.motif is not None, timeout=LONG_MS)
    return dialog


def size_of(dialog: PhotoDialog) -> tuple[float, float]:
    x0, y0, x1, y1 = dialog.motif.bounds
    return x1 - x0, y1 - y0


def test_a_scan_is_traced_at_its_true_size_and_the_mode_matters(qtbot, bench, tmp_path):
    dialog = tracing(qtbot, bench, drawing_png(tmp_path / "Cincin.png"))
    assert size_of(dialog) == pytest.approx((70.0, 40.0), abs=1.0)  # 15 to 85 mm, 20 to 60 mm
    assert {part.kind for part in dialog.motif.parts} >= {"areas", "lines"}
    assert not dialog.drawing.is_empty
    dialog.mode.buttons[2].click()
    qtbot.waitUntil(lambda: {part.kind for part in dialog.motif.parts} == {"areas"}, timeout=LONG_MS)
    assert nameless(dialog) == []


def test_the_real_width_scales_what_is_traced_and_the_name_goes_along(qtbot, bench, tmp_path):
    dialog = tracing(qtbot, bench, drawing_png(tmp_path / "Cincin.png"))
    dialog.width_mm.setValue(35.0)
    qtbot.waitUntil(lambda: size_of(dialog)[0] == pytest.approx(35.0, abs=1.0), timeout=LONG_MS)
    dialog.name.setText("Cincin Ayu")
    with qtbot.waitSignal(dialog.kept) as kept:
        dialog.keep_button.click()
    assert own_library().about(kept.args[0]).name.id == "Cincin Ayu"


def test_the_corners_of_the_paper_are_found_and_a_dragged_one_changes_the_drawing(qtbot, bench, tmp_path):
    page = np.full((1200, 848), 0.97, np.float32)
    page[400:800, 300:312] = page[400:800, 560:572] = page[400:412, 300:572] = page[788:800, 300:572] = 0.1
    taken = photograph(page, (210.0, 297.0), seed=3, turn_deg=4.0, tilt_deg=12.0, size=(1200, 1400))
    path = tmp_path / "p.jpg"
    path.write_bytes(taken.jpeg)
    dialog = tracing(qtbot, bench, path)
    truth = taken.px(np.array([(0, 0), (210, 0), (210, 297), (0, 297)]))
    assert np.abs(np.array(dialog.photo.corners) - truth).max() < 8
    assert size_of(dialog) == pytest.approx((272 / 848 * 210, 400 / 1200 * 297), abs=2.0)
    assert dialog.straighten.isChecked()
    before = dialog.motif
    x, y = dialog.photo.corners[2]
    start = dialog.photo.to_widget(x, y).toPoint()
    qtbot.mousePress(dialog.photo, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(dialog.photo, start - QPoint(30, 40))
    qtbot.mouseRelease(dialog.photo, Qt.MouseButton.LeftButton, pos=start - QPoint(30, 40))
    moved = dialog.photo.corners[2]
    assert moved[0] < x - 20
    assert moved[1] < y - 20
    qtbot.waitUntil(lambda: dialog.motif is not before, timeout=LONG_MS)
    assert size_of(dialog)[1] > 400 / 1200 * 297 + 4  # the same drawing on what is now less paper
    dialog.photo.setFocus()
    qtbot.keyClick(dialog.photo, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.photo.corners[2][0] == pytest.approx(moved[0] - 10)


def test_a_file_that_is_no_picture_is_said_and_nothing_can_be_kept(qtbot, bench, tmp_path):
    path = tmp_path / "x.jpg"
    path.write_bytes(b"\xff\xd8\xff and nothing more")
    dialog = PhotoDialog(bench.context, None, True, path)
    adopt(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.said.property("type") == "bad", timeout=LONG_MS)
    assert not dialog.keep_button.isEnabled()
    assert not dialog.place_button.isEnabled()


# class sheets


def test_sheets_are_printed_photographed_and_read_again_by_name(qtbot, bench, tmp_path):
    dialog = ClassSheetsDialog(bench.context, None)
    adopt(qtbot, dialog)
    assert not dialog.make.isEnabled()
    dialog.printing.names.setPlainText("Sari\n\nBudi\n")
    assert dialog.make.isEnabled()
    pdf = tmp_path / "lembar.pdf"
    dialog.printing.make(pdf)
    qtbot.waitUntil(lambda: dialog.said.property("type") == "ok", timeout=LONG_MS)
    assert pdf.with_suffix(".json").exists()
    page = printed(pdf.read_bytes(), tmp_path, page=2).copy()
    height, width = page.shape
    page[height // 2 - 100 : height // 2 + 100, width // 2 - 3 : width // 2 + 3] = 0.1
    page[height // 2 - 3 : height // 2 + 3, width // 2 - 100 : width // 2 + 100] = 0.1
    photo, bad = tmp_path / "b.jpg", tmp_path / "a.jpg"
    photo.write_bytes(photograph(page, (210.0, 297.0), seed=1, turn_deg=90).jpeg)
    bad.write_bytes(b"\xff\xd8\xff")
    dialog.reading.read([bad, photo])
    qtbot.waitUntil(lambda: len(dialog.reading.found) == 2, timeout=LONG_MS)
    table = dialog.reading.table
    assert [table.item(row, 2).text() for row in range(2)] == ["", "Budi"]
    assert table.item(0, 3).text() != "waiting…"
    assert table.item(1, 0).icon().isNull() is False
    assert nameless(dialog) == []
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.reading.write(folder)
    qtbot.waitUntil(lambda: "2 files" in dialog.said.text(), timeout=LONG_MS)
    assert sorted(one.name for one in folder.iterdir()) == ["02-budi.png", "02-budi.svg"]
    with qtbot.waitSignal(dialog.kept, timeout=LONG_MS) as kept:
        dialog.keep.click()
    assert [own_library().about(one).name.id for one in kept.args[0]] == ["Budi"]


# the person's own motifs in the window


def drop(window, *paths: Path) -> bool:
    """Drop files on the window; returns whether it would have them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), action, data, button, none))
    return enter.isAccepted()


def shown(window) -> list[str]:
    model = window._docks.library.model
    return [model.about(row).id for row in range(model.rowCount())]


def decide(act) -> None:
    """Act on the question that is going to be asked."""

    def later() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        act(question)

    QTimer.singleShot(50, later)


def test_a_dropped_drawing_is_in_the_library_and_can_be_renamed_shared_removed_and_received(qtbot, qapp, tmp_path):
    file = tmp_path / "Kotak.svg"
    file.write_bytes(SVG)
    with studio(qapp, tmp_path, from_template("symmetry-probe")) as window:
        assert drop(window, file)
        qtbot.waitUntil(lambda: len(own_library().drawings()) == 1, timeout=LONG_MS)
        qtbot.waitUntil(lambda: len(shown(window)) == 1, timeout=LONG_MS)
        (motif_id,) = shown(window)
        assert is_own(motif_id)
        library = window._docks.library
        assert not library.own.isHidden()
        assert library.own.share.isEnabled()
        assert window.ui.motif == motif_id

        decide(lambda question: (question.findChild(QLineEdit).setText("Petak"), question.yes.click()))
        library.own.rename.click()
        assert catalogue().about(motif_id).name.id == "Petak"

        parcel = tmp_path / "p.motif-batik"
        window.own.share([motif_id], parcel)
        qtbot.waitUntil(parcel.exists, timeout=LONG_MS)

        decide(lambda question: question.reject())
        library.own.remove.click()
        assert shown(window) == [motif_id]
        decide(lambda question: question.yes.click())
        library.own.remove.click()
        assert own_library().drawings() == ()
        assert shown(window) == []
        assert not library.own.remove.isEnabled()

        qtbot.wait(50)
        assert drop(window, parcel)
        qtbot.waitUntil(lambda: shown(window) == [motif_id], timeout=LONG_MS)
        assert catalogue().about(motif_id).name.id == "Petak"


def test_drawings_and_a_parcel_dropped_together_all_arrive(qtbot, qapp, tmp_path):
    keep(letters("Ayu", default_font(), 20.0).motif)
    sent = tmp_path / "s.motif-batik"
    sent.write_bytes(own_library().share([own_library().drawings()[0].header.id]))
    own_library().remove(own_library().drawings()[0].header.id)
    (tmp_path / "a.svg").write_bytes(SVG)
    (tmp_path / "b.svg").write_bytes(SVG.replace(b"29", b"25"))
    (tmp_path / "bad.svg").write_bytes(b"<html/>")
    with studio(qapp, tmp_path, from_template("symmetry-probe")) as window:
        assert drop(window, tmp_path / "a.svg", tmp_path / "bad.svg", sent, tmp_path / "b.svg")
        qtbot.waitUntil(lambda: len(own_library().drawings()) == 3, timeout=LONG_MS)
        qtbot.waitUntil(lambda: len(shown(window)) == 3, timeout=LONG_MS)


def test_a_dropped_picture_opens_the_photo_dialog_and_other_files_are_not_taken(qtbot, qapp, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("x")
    with studio(qapp, tmp_path, from_template("symmetry-probe")) as window:
        assert not drop(window, other)
        assert drop(window, drawing_png(tmp_path / "d.png"))
        dialog = window.findChild(PhotoDialog)
        qtbot.waitUntil(lambda: dialog.motif is not None, timeout=LONG_MS)
        dialog.reject()
        settle()


def test_what_is_selected_becomes_an_own_motif_and_an_svg(qtbot, qapp, tmp_path):
    with studio(qapp, tmp_path, from_template("symmetry-probe")) as window:
        assert not window.actions_by_id.by_id["motif.own"].isEnabled()
        session = window.context.session
        item = next(iter(session.design.fields[0].items()))
        session.select([item.id])
        assert window.actions_by_id.by_id["motif.own"].isEnabled()
        decide(lambda question: (question.findChild(QLineEdit).setText("Pilihan Sari"), question.yes.click()))
        window.actions_by_id.by_id["motif.own"].trigger()
        qtbot.waitUntil(lambda: len(own_library().drawings()) == 1, timeout=LONG_MS)
        qtbot.waitUntil(lambda: len(shown(window)) == 1, timeout=LONG_MS)
        motif = own_library().motif(shown(window)[0])
        assert motif.about.name.id == "Pilihan Sari"
        path = tmp_path / "sel.svg"
        window.own.export_selection(path)
        qtbot.waitUntil(path.exists, timeout=LONG_MS)
        assert len(motif_from_svg(path.read_bytes(), "x").motif.parts) == len(motif.parts)


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("motif.siblings", SiblingsDialog),
        ("motif.letters", LettersDialog),
        ("file.photo", PhotoDialog),
        ("file.sheets", ClassSheetsDialog),
    ],
)
def test_each_dialog_opens_from_its_menu_fits_and_closes_with_escape(qtbot, qapp, tmp_path, action, kind):
    with studio(qapp, tmp_path, from_template("symmetry-probe")) as window:
        window.actions_by_id.by_id[action].trigger()
        dialog = window.findChild(kind)
        assert dialog.isVisible()
        assert dialog.isModal()
        assert dialog.width() <= window.width()
        assert dialog.height() <= window.height()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        settle()
        assert window.findChild(kind) is None


def test_at_the_start_only_what_needs_no_design_can_be_done(qapp, tmp_path):
    with studio(qapp, tmp_path, None) as window:
        enabled = {one: window.actions_by_id.by_id[one].isEnabled() for one in ("file.photo", "file.sheets")}
        assert enabled == {"file.photo": True, "file.sheets": True}
        for action in ("motif.siblings", "motif.letters", "motif.own", "file.export_svg"):
            assert not window.actions_by_id.by_id[action].isEnabled()


def test_every_own_motif_shows_in_its_family_and_gets_a_thumbnail(qtbot, qapp, tmp_path):
    keep(letters("Sari", default_font(), 20.0).motif)
    with studio(qapp, tmp_path, from_template("symmetry-probe")) as window:
        library = window._docks.library
        next(one for one in library._families.buttons if one.text() in ("Milik sendiri", "My own")).click()
        assert shown(window) == [own_library().drawings()[0].header.id]
        assert library._families.current == OWN_FAMILY
        qtbot.waitUntil(lambda: len(library.model.pictures) > 0, timeout=LONG_MS)
        new = keep(letters("Ayu", default_font(), 20.0).motif)
        library.refresh((new,))
        assert len(shown(window)) == 2
        assert not library.is_drawn
        qtbot.waitUntil(lambda: new in library.model.pictures, timeout=LONG_MS)


# the rules below the window


def test_files_are_known_by_their_names():
    known = {"a.SVG": "drawing", "b.batik": "design", "c.motif-batik": "parcel", "d.JPEG": "picture", "e.txt": None}
    assert {name: kind_of_file(Path(name)) for name in known} == known


def test_a_motif_lies_in_the_middle_of_the_cell():
    design = from_template("symmetry-probe")
    motif = letters("HI", default_font(), 20.0).motif
    laid, item_id = place_in_cell(design, motif)
    field, _, item = laid.find_item(item_id)
    x0, y0, x1, y1 = motif.bounds
    middle = item.transform.apply(np.array([[(x0 + x1) / 2, (y0 + y1) / 2]]))[0]
    assert middle == pytest.approx(np.sum(field.repeat.basis, axis=0) / 2)


def test_a_question_says_yes_to_enter_and_no_to_escape(qtbot, bench):
    from batikstudio.gui.dialogs.questions import asked_name, confirmed

    decide(lambda question: qtbot.keyClick(question, Qt.Key.Key_Return))
    assert confirmed(bench.context, None, "Go?", "", "Go")
    decide(lambda question: qtbot.keyClick(question, Qt.Key.Key_Escape))
    assert not confirmed(bench.context, None, "Go?", "", "Go")

    def emptied(question: Question) -> None:
        question.findChild(QLineEdit).setText("  ")
        assert not question.yes.isEnabled()
        question.reject()

    decide(emptied)
    assert asked_name(bench.context, None, "Name", "", "a") == ""
