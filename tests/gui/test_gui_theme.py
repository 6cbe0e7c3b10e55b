"""Tokens, stylesheet and icons: neutral greys, contrast that can be read, no missing icon."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF, QIcon
from PySide6.QtWidgets import QApplication

from batikstudio.design.steps import step_kinds
from batikstudio.gui.theme import icons
from batikstudio.gui.theme.style import stylesheet
from batikstudio.gui.theme.theme import Theme
from batikstudio.gui.theme.tokens import DARK, LIGHT, Tokens
from batikstudio.gui.theme.weights import weighted
from batikstudio.studio.actions import actions
from batikstudio.studio.tools import tools

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GREYS = ("window", "panel", "field", "surround", "strip", "ruler", "line", "line_strong", "text", "text_2", "hover")


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    values = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_as_the_standard_counts_it():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_greys_are_neutral(tokens: Tokens):
    for name in GREYS:
        red, green, blue = (getattr(tokens, name)[k : k + 2] for k in (1, 3, 5))
        assert red == green == blue, name


@BOTH
def test_words_can_be_read_on_every_ground(tokens: Tokens):
    for ground in (tokens.panel, tokens.field, tokens.strip, tokens.tint, tokens.hover, tokens.window):
        assert contrast(tokens.text, ground) >= 7
        assert contrast(tokens.text_2, ground) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.soga_text, tokens.soga_ground) >= 4.5
    for ground in (tokens.panel, tokens.field):
        assert contrast(tokens.line_strong, ground) >= 3
        assert min(contrast(word, ground) for word in (tokens.ok, tokens.bad, tokens.accent_text)) >= 4.5


@BOTH
def test_every_token_of_the_stylesheet_is_known(tokens: Tokens):
    sheet = stylesheet(tokens)
    assert "$" not in sheet
    used = {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", sheet)}
    assert used <= {value.upper() for value in vars(tokens).values() if isinstance(value, str)}


def all_icons() -> list[str]:
    names = {record.icon for record in actions().values() if record.icon}
    names |= {tool.icon for tool in tools().values()} | {kind.icon for kind in step_kinds().values()}
    return sorted(names)


@pytest.mark.parametrize("name", all_icons())
def test_every_icon_that_is_named_is_there_and_not_blank(qapp: object, name: str):
    picture = icons.pixmap(name, "#FF0000", 20, 2.0).toImage()
    assert (picture.width(), picture.height()) == (40, 40)
    seen = [picture.pixelColor(x, y) for x in range(40) for y in range(40) if picture.pixelColor(x, y).alpha() > 200]
    assert len(seen) > 20
    assert all(colour.red() > 240 and colour.green() < 15 for colour in seen)


def test_an_unknown_icon_is_a_fault():
    with pytest.raises(KeyError):
        icons.source("no-such-icon")


def test_a_button_that_is_on_has_another_colour(qapp: object):
    icon = icons.Icons(LIGHT).icon("eye")
    off, on = (icon.pixmap(20, 20, QIcon.Mode.Normal, state).toImage() for state in (QIcon.State.Off, QIcon.State.On))
    assert off != on


def test_weights_of_the_typeface_are_really_drawn(qapp: QApplication):
    Theme(qapp)
    assert "Inter" in qapp.font().family()
    widths = [QFontMetricsF(weighted(qapp.font(), weight)).horizontalAdvance("Palet") for weight in (400, 500, 600)]
    assert widths == sorted(set(widths))
