"""One icon family: Lucide's, and the craft's own in the same hand, tinted by the palette and sharp at any scale."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from batikstudio.gui.theme.tokens import ICON, Tokens

RATIOS = (1.0, 2.0)


@cache
def source(name: str) -> str:
    """Return the SVG of an icon with ``currentColor`` in it: one of the craft's own, else Lucide's.

    Raises
    ------
    KeyError
        If there is no icon of that name.
    """
    own = files("batikstudio.gui") / "icons" / f"{name}.svg"
    if own.is_file():
        return own.read_text(encoding="utf-8")
    from lucide import get_icon_list, lucide_icon

    if name not in get_icon_list():
        raise KeyError(name)
    return str(lucide_icon(name))


def tinted(name: str, colour: str) -> QByteArray:
    """Return the SVG of an icon in one colour."""
    return QByteArray(source(name).replace("currentColor", colour).encode())


def paint(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw an icon into a rectangle."""
    QSvgRenderer(tinted(name, colour)).render(painter, rect)


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """Return an icon ``size`` logical pixels wide, with an empty ``gap`` at its right; raises as `source`."""
    source(name)  # an exception under an open painter would end the process
    picture = QPixmap(round((size + gap) * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, name, colour, QRectF(0, 0, picture.height(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


class Icons:
    """The icons of one palette."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._held: dict[tuple[str, str, str, int, int], QIcon] = {}

    def icon(self, name: str, size: int = ICON, colour: str = "", on: str = "", gap: int = 0) -> QIcon:
        """Return an icon.

        Parameters
        ----------
        name : str
        size : int
            Logical pixels.
        colour : str, optional
            The text's colour where it is left out.
        on : str, optional
            The colour of a checked button's icon; ``accent_text`` where it is left out.
        gap : int, optional
            Empty logical pixels at its right.
        """
        key = (name, colour, on, size, gap)
        if key not in self._held:
            self._held[key] = self._made(name, size, colour or self.tokens.text, on or self.tokens.accent_text, gap)
        return self._held[key]

    def _made(self, name: str, size: int, colour: str, on: str, gap: int) -> QIcon:
        icon = QIcon()
        for ratio in RATIOS:
            icon.addPixmap(pixmap(name, colour, size, ratio, gap), QIcon.Mode.Normal, QIcon.State.Off)
            icon.addPixmap(pixmap(name, on, size, ratio, gap), QIcon.Mode.Normal, QIcon.State.On)
            for state in (QIcon.State.Off, QIcon.State.On):
                icon.addPixmap(pixmap(name, self.tokens.disabled, size, ratio, gap), QIcon.Mode.Disabled, state)
        return icon
