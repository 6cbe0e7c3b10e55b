"""A recent file as the start page shows it: whether it is there, when it was saved, what it looks like."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDate, QLocale, QTime
from PySide6.QtGui import QImage

from batikstudio.base.errors import BatikError
from batikstudio.studio.i18n import Translator

State = Literal["there", "missing", "unreadable"]


@dataclass(frozen=True)
class RecentFile:
    """What a look at a file has told.

    Attributes
    ----------
    path : Path
    state : str
    saved : datetime or None
        In local time.
    cloth_mm : (float, float) or None
        Length and width of its cloth.
    preview : QImage or None
    """

    path: Path
    state: State
    saved: datetime.datetime | None = None
    cloth_mm: tuple[float, float] | None = None
    preview: QImage | None = None


def look_at(path: Path) -> RecentFile:
    """Look at a file; never raises: a file that cannot be read is one of the answers."""
    from batikstudio.project import load

    try:
        saved = datetime.datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return RecentFile(path, "missing")
    try:
        loaded = load(path)
    except BatikError:
        return RecentFile(path, "unreadable", saved)
    preview = QImage.fromData(loaded.preview_png)
    cloth = loaded.design.cloth
    return RecentFile(path, "there", saved, (cloth.length_mm, cloth.width_mm), None if preview.isNull() else preview)


def names(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return what to call each file: its name, with its folder where two have the same name."""
    count = Counter(path.stem for path in paths)
    return tuple(f"{path.stem} – {path.parent.name}" if count[path.stem] > 1 else path.stem for path in paths)


def describe(file: RecentFile, tr: Translator, now: datetime.datetime) -> str:
    """Return one line about a file: size of the cloth and when it was saved, or what is wrong."""
    if file.state == "missing":
        return tr("not found")
    when = moment(file.saved, tr, now) if file.saved else ""
    if file.state == "unreadable":
        return tr("cannot be opened")
    size = cloth_size(file.cloth_mm, tr) if file.cloth_mm else ""
    return " · ".join(part for part in (size, when) if part)


def cloth_size(cloth_mm: tuple[float, float], tr: Translator) -> str:
    """Return the size of a cloth in cm, with a decimal only where there is one."""
    length, width = (tr.number(mm / 10, 0 if abs(mm / 10 - round(mm / 10)) < 0.05 else 1) for mm in cloth_mm)
    return tr("{length} × {width} cm").format(length=length, width=width)


def moment(when: datetime.datetime, tr: Translator, now: datetime.datetime) -> str:
    """Return a moment as people say it: today and the hour, yesterday, a date."""
    locale = QLocale("id_ID" if tr.language == "id" else "en_GB")
    days = (now.date() - when.date()).days
    if days == 0:
        hour = locale.toString(QTime(when.hour, when.minute), "HH.mm" if tr.language == "id" else "HH:mm")
        return tr("today {hour}").format(hour=hour)
    if days == 1:
        return tr("yesterday")
    return locale.toString(QDate(when.year, when.month, when.day), "d MMM yyyy")
