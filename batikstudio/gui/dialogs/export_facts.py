"""What an export is in exact numbers, as words: before it is written and after."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from batikstudio.studio.i18n import Translator

if TYPE_CHECKING:
    from batikstudio.export.base import BandSource
    from batikstudio.export.write import Receipt

Fact = tuple[str, str]


@dataclass(frozen=True)
class Line:
    """One line of the receipt: an icon's name, what was found, and its numbers."""

    icon: str
    title: str
    numbers: str


def facts(source: BandSource, tr: Translator) -> tuple[Fact, ...]:
    """Return (name, value) of what would be written: size, pixels, resolution, repeat."""
    found = [
        (tr("Size"), size_cm(*source.size_mm, tr)),
        (tr("Pixels"), pixels(source.width_px, source.height_px, tr)),
        (tr("Exact resolution"), resolution(*source.dpi, tr)),
    ]
    if source.period_px is not None:
        whole = source.seam is not None
        repeat = pixels(*source.period_px, tr)
        found.append((tr("Repeat"), tr("{size}, whole").format(size=repeat) if whole else repeat))
    return tuple(found)


def lines(receipt: Receipt, tr: Translator) -> tuple[Line, ...]:
    """Return the receipt of a file that was written and read back."""
    joins = receipt.seam == "joins"
    edges = tr("left and right, top and bottom: 0 pixels differ") if joins else tr("the edges are not to be joined")
    return (
        Line("circle-check", tr("Real size"), size_cm(receipt.width_mm, receipt.height_mm, tr)),
        Line("circle-check", tr("Pixels"), pixels(receipt.width_px, receipt.height_px, tr)),
        Line("circle-check", tr("Resolution"), resolution(*receipt.dpi, tr)),
        Line(*(("circle-check", tr("The repeat joins")) if joins else ("info", tr("Not a whole repeat"))), edges),
        Line("circle-check", tr("Read back after writing"), tr("colour profile {name}").format(name=receipt.profile)),
        Line("circle-check", "SHA-256", f"{receipt.sha256[:12]}…"),
    )


def size_cm(width_mm: float, height_mm: float, tr: Translator) -> str:
    """Return a size in cm to a tenth of a mm."""
    return tr("{length} × {width} cm").format(length=tr.number(width_mm / 10, 2), width=tr.number(height_mm / 10, 2))


def pixels(width_px: int, height_px: int, tr: Translator) -> str:
    """Return a size in pixels."""
    return tr("{width} × {height} px").format(width=tr.number(width_px, 0), height=tr.number(height_px, 0))


def resolution(x_dpi: float, y_dpi: float, tr: Translator) -> str:
    """Return the resolution: one number where both sides have the same to a hundredth."""
    x, y = tr.number(x_dpi, 2), tr.number(y_dpi, 2)
    return tr("{dpi} dpi").format(dpi=x if x == y else f"{x} × {y}")


def file_size(size_bytes: int, tr: Translator) -> str:
    """Return an estimated size of a file."""
    size_mb = size_bytes / 1e6
    return tr("± {size} MB").format(size=tr.number(size_mb, 0 if size_mb >= 10 else 1))


def time_left(elapsed_s: float, share: float, tr: Translator) -> str:
    """Return how long it still takes at the pace so far; empty while that is a guess."""
    if elapsed_s < 1.5 or share < 0.03:
        return ""
    left = elapsed_s * (1 - share) / share
    if left < 90:
        return tr("about {seconds} seconds left").format(seconds=max(round(left), 1))
    return tr("about {minutes} minutes left").format(minutes=round(left / 60))


def file_name(title: str, fallback: str) -> str:
    """Return a title as a name that every system takes, without its ending."""
    kept = "".join(one if one.isalnum() or one in " -_." else " " for one in title)
    return " ".join(kept.split()).strip(". ")[:60] or fallback


def destination(folder: Path, name: str, suffix: str) -> Path | None:
    """Return the path of a name that a person wrote, with the format's ending; None where it is no name of a file."""
    name = name.strip()
    if name.lower().endswith(suffix):
        name = name[: -len(suffix)]
    if not name.strip(". ") or any(one in '<>:"/\\|?*' or not one.isprintable() for one in name):
        return None
    return folder / f"{name}{suffix}"
