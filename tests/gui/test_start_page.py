"""The start page: templates as dyed cloth, recent files, recovered work, the person's name."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

from batikstudio.design.templates import from_template, templates
from batikstudio.gui.start import recent
from batikstudio.gui.start.card import PICTURE_RATIO, Card
from batikstudio.gui.start.page import PICTURE_PX, StartPage
from batikstudio.gui.start.recent import RecentFile, look_at, moment, names
from batikstudio.gui.start.shelf import Errands, Shelf, image_of
from batikstudio.gui.widgets.flow import ColumnsLayout
from batikstudio.studio.autosave import Autosave
from batikstudio.studio.files import save
from batikstudio.studio.i18n import Translator
from batikstudio.studio.thumbnails import design_thumbnail, preview_png
from tests.support.gui_context import Bench, nameless

# The offscreen platform says so whenever a window is shown.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

NOW = datetime.datetime(2026, 11, 24, 14, 32)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.jobs.close()


def shown(qtbot, bench: Bench, shelf: Shelf) -> StartPage:
    page = StartPage(bench.context, bench.context.preferences.settings, shelf)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    return page


def pixels(image: QImage) -> np.ndarray:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3)


def leave_autosave(root: Path) -> Path:
    """Leave unsaved work as a session does that ends without a word."""
    keeper = Autosave(root)
    design = from_template("symmetry-probe")
    keeper.keep(design, preview_png(design), 3, None)
    (folder,) = root.iterdir()
    (folder / "lock").unlink()
    return folder


def test_templates_are_named_and_shown_as_the_cloth_that_they_give(qtbot, bench, tmp_path):
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    assert list(page.template_cards) == list(templates())
    assert [card.text() for card in page.template_cards.values()] == [one.name.en for one in templates().values()]
    qtbot.waitUntil(lambda: all(card.image is not None for card in page.template_cards.values()), timeout=240_000)
    design = from_template("kawung")
    expected = design_thumbnail(design, PICTURE_PX, round(PICTURE_PX * PICTURE_RATIO), 160.0)
    assert np.array_equal(pixels(page.template_cards["kawung"].image), expected)


def test_a_template_is_chosen_by_mouse_and_by_enter(qtbot, bench, tmp_path):
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    page.release()
    chosen = []
    page.template_chosen.connect(chosen.append)
    qtbot.mouseClick(page.template_cards["kawung"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.template_cards["parang"], Qt.Key.Key_Return)
    assert chosen == ["kawung", "parang"]


def test_pictures_are_drawn_once_for_all_pages(qtbot, bench, tmp_path):
    shelf = Shelf(tmp_path / "auto")
    page = shown(qtbot, bench, shelf)
    qtbot.waitUntil(lambda: all(card.image is not None for card in page.template_cards.values()), timeout=240_000)
    page.release()
    again = shown(qtbot, bench, shelf)
    assert all(card.image is not None for card in again.template_cards.values())


def test_recent_files_show_what_is_in_them_and_what_is_wrong(qtbot, bench, tmp_path):
    good, gone, bad = tmp_path / "satu.batik", tmp_path / "hilang.batik", tmp_path / "rusak.batik"
    save(from_template("symmetry-probe"), good)
    bad.write_bytes(b"not a zip")
    bench.context.preferences.change(recent=(str(good), str(gone), str(bad)))
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    assert list(page.recent_cards) == [good, gone, bad]
    qtbot.waitUntil(lambda: page.recent_cards[bad].about != "", timeout=180_000)
    assert page.recent_cards[good].about.startswith("50 × 50 cm · today ")
    assert page.recent_cards[gone].about == "not found"
    assert page.recent_cards[bad].about == "cannot be opened"
    assert [bool(card.trouble) for card in page.recent_cards.values()] == [False, True, True]
    stored = QImage.fromData(preview_png(from_template("symmetry-probe")))
    assert np.array_equal(pixels(page.recent_cards[good].image), pixels(stored))
    with qtbot.waitSignal(page.file_chosen) as chosen:
        page.recent_cards[gone].click()  # it may be back: the window says what it finds
    assert chosen.args == [gone]


def test_the_list_is_the_present_one_when_the_page_comes_back(qtbot, bench, tmp_path):
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    assert not page.recent_cards
    page.hide()
    bench.context.preferences.change(recent=(str(tmp_path / "baru.batik"),))
    page.show()
    assert [card.text() for card in page.recent_cards.values()] == ["baru"]


def test_recovered_work_is_deleted_only_after_a_second_word(qtbot, bench, tmp_path):
    folder = leave_autosave(tmp_path / "auto")
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    qtbot.waitUntil(lambda: bool(page.notices), timeout=180_000)
    (notice,) = page.notices
    notice.delete_button.click()
    assert folder.is_dir()
    qtbot.waitUntil(notice.keep_button.isVisible)
    notice.keep_button.click()
    qtbot.waitUntil(notice.open_button.isVisible)
    notice.delete_button.click()
    notice.sure_button.click()
    assert not folder.exists()
    assert page.notices == []


def test_not_now_keeps_the_work_for_the_next_start(qtbot, bench, tmp_path):
    folder = leave_autosave(tmp_path / "auto")
    shelf = Shelf(tmp_path / "auto")
    page = shown(qtbot, bench, shelf)
    qtbot.waitUntil(lambda: bool(page.notices), timeout=180_000)
    page.notices[0].later_button.click()
    page.release()
    assert folder.is_dir()
    assert shown(qtbot, bench, shelf).notices == []  # not in this session
    later = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    qtbot.waitUntil(lambda: bool(later.notices), timeout=180_000)


def test_opening_recovered_work_hands_its_design_on(qtbot, bench, tmp_path):
    folder = leave_autosave(tmp_path / "auto")
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    qtbot.waitUntil(lambda: bool(page.notices), timeout=180_000)
    with qtbot.waitSignal(page.recovered_chosen) as chosen:
        page.notices[0].open_button.click()
    assert chosen.args[0].design == from_template("symmetry-probe")
    assert folder.is_dir()


def test_the_name_is_asked_and_told_once(qtbot, bench, tmp_path):
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    page.release()
    told = []
    page.author_changed.connect(told.append)
    qtbot.keyClicks(page.side.author_field, " Sari ")
    qtbot.keyClick(page.side.author_field, Qt.Key.Key_Return)
    page.side.author_field.editingFinished.emit()
    assert told == ["Sari"]


def test_language_and_light_are_asked_for(qtbot, bench, tmp_path):
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    page.release()
    told = []
    page.language_chosen.connect(told.append)
    page.theme_chosen.connect(told.append)
    page.open_asked.connect(lambda: told.append("open"))
    page.side.languages.buttons[1].click()
    page.side.themes.buttons[2].click()
    page.side.open_button.click()
    assert told == ["en", "system", "open"]


def test_every_control_has_a_name(qtbot, bench, tmp_path):
    leave_autosave(tmp_path / "auto")
    bench.context.preferences.change(recent=(str(tmp_path / "a.batik"),))
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    qtbot.waitUntil(lambda: bool(page.notices), timeout=180_000)
    assert nameless(page) == []


@pytest.mark.parametrize(("name", "taken"), [("a.batik", True), ("A.BATIK", True), ("a.png", False)])
def test_one_design_may_be_dropped(qtbot, bench, tmp_path, name, taken):
    page = shown(qtbot, bench, Shelf(tmp_path / "auto"))
    page.release()
    told = []
    page.file_chosen.connect(told.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(400, 300), *rest)
    enter.ignore()
    page.dragEnterEvent(enter)
    assert enter.isAccepted() is taken
    page.dropEvent(QDropEvent(QPoint(400, 300), *rest))
    assert told == ([tmp_path / name] if taken else [])


def test_released_errands_tell_nothing_more(qtbot, bench):
    told = []
    errands = Errands(bench.jobs)
    errands.send(lambda: 1, told.append)
    errands.send(lambda: 2, told.append)
    errands.stop()
    qtbot.wait(100)
    assert told == []


def test_an_errand_that_fails_does_not_hold_up_the_next(qtbot, bench):
    told = []
    errands = Errands(bench.jobs)
    errands.send(lambda: 1 // 0, told.append)
    errands.send(lambda: 2, told.append)
    qtbot.waitUntil(lambda: told == [2])


def test_an_array_becomes_a_picture_of_the_same_pixels():
    array = np.random.default_rng(7).integers(0, 256, (5, 7, 3), np.uint8)
    assert np.array_equal(pixels(image_of(array)), array)


def test_equal_names_carry_their_folder():
    paths = [Path("a/kain.batik"), Path("b/kain.batik"), Path("b/lain.batik")]
    assert names(paths) == ("kain – a", "kain – b", "lain")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (NOW.replace(hour=7, minute=5), "today 07:05"),
        (NOW - datetime.timedelta(hours=15), "yesterday"),  # by the calendar, not by 24 hours
        (datetime.datetime(2026, 11, 12, 23, 0), "12 Nov 2026"),
    ],
)
def test_moments_are_said_as_people_say_them(when, words):
    assert moment(when, Translator("en"), NOW) == words


def test_the_cloth_has_decimals_only_where_it_needs_them():
    file = RecentFile(Path("a"), "there", None, (2505.0, 1050.0))
    assert recent.describe(file, Translator("en"), NOW) == "250.5 × 105 cm"


def test_looking_at_a_folder_is_an_answer(tmp_path):
    folder = tmp_path / "x.batik"
    folder.mkdir()
    assert look_at(folder).state == "unreadable"


def test_the_moment_of_a_file_is_its_own(tmp_path):
    path = tmp_path / "x.batik"
    path.write_bytes(b"?")
    os.utime(path, (NOW.timestamp(),) * 2)
    assert look_at(path).saved == NOW


@pytest.mark.parametrize(("width", "columns"), [(100, 1), (215, 1), (447, 1), (448, 2), (1046, 4), (4000, 5)])
def test_columns_fill_the_width_exactly(qtbot, width, columns):
    held = QWidget()
    qtbot.addWidget(held)
    layout = ColumnsLayout(held, narrowest=216, most=5, spacing=16)
    cards = [QWidget(held) for _ in range(7)]
    for card in cards:
        card.setMinimumHeight(40)
        layout.addWidget(card)
    held.resize(width, layout.heightForWidth(width))
    layout.setGeometry(held.rect())
    assert layout.columns(width) == columns
    first = cards[:columns]
    assert first[0].x() == 0
    assert first[-1].geometry().right() == width - 1
    gaps = {b.x() - a.geometry().right() - 1 for a, b in pairwise(first)}
    assert gaps <= {15, 16, 17}
    rows = -(-7 // columns)
    assert layout.heightForWidth(width) == rows * 40 + (rows - 1) * 16


def test_a_card_keeps_the_shape_of_its_picture(qtbot, bench):
    card = Card("Kawung", "about", bench.context.icons, framed=False)
    qtbot.addWidget(card)
    assert card.heightForWidth(400) - card.heightForWidth(200) == pytest.approx(200 * PICTURE_RATIO, abs=1)
