"""Weights of the typeface: Inter comes as one variable font, of which Qt takes a weight by its axis only."""

from __future__ import annotations

from PySide6.QtGui import QFont

from batikstudio.gui.theme.tokens import CAPTION

AXIS = QFont.Tag("wght")
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600

OF_TYPE = {
    "name": MEDIUM,
    "link": MEDIUM,
    "title": SEMIBOLD,
    "card": SEMIBOLD,
    "section": SEMIBOLD,
    "page": SEMIBOLD,
}
"""The weight of each kind of type that is not regular; sizes and colours are the stylesheet's."""


def weighted(font: QFont, weight: int) -> QFont:
    """Return a font in another weight, whether it is variable or comes in separate files."""
    made = QFont(font)
    made.setWeight(QFont.Weight(weight))
    made.setVariableAxis(AXIS, float(weight))
    return made


def caption(font: QFont) -> QFont:
    """Return a font in the smallest size that the window has."""
    made = QFont(font)
    made.setPixelSize(CAPTION)
    return made
