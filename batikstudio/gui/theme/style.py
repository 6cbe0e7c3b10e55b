"""The stylesheet and the palette, built from the tokens and from nothing else."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QPalette

from batikstudio.gui.theme.tokens import Tokens

_SHEET = Template("""
* { font-size: 13px; }
QMainWindow, QDialog, QWidget#page { background: $panel; }
QToolTip { background: $field; color: $text; border: 1px solid $line_strong; padding: 4px 8px; font-size: 12px; }
QLabel { background: transparent; }
QLabel[type="caption"] { font-size: 11px; color: $text_2; }
QLabel[type="secondary"] { font-size: 12px; color: $text_2; }
QLabel[type="name"] { font-weight: 500; }
QLabel[type="title"] { font-weight: 600; }
QLabel[type="card"] { font-size: 14px; font-weight: 600; }
QLabel[type="section"] { font-size: 16px; font-weight: 600; }
QLabel[type="page"] { font-size: 20px; font-weight: 600; }
QLabel[type="link"] { color: $accent_text; font-weight: 500; }
QLabel[type="note"] { color: $soga_text; font-size: 12px; }
QLabel[type="bad"] { color: $bad; font-size: 12px; }
QLabel[type="ok"] { color: $ok; font-size: 12px; }

QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; color: $text; }
QMenu { background: $panel; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QToolBar { background: $panel; border: none; spacing: 4px; padding: 0; }
QToolBar#options { border-bottom: 1px solid $line; spacing: 8px; }
QToolBar#tools { border-right: 1px solid $line; padding: 4px; spacing: 8px; }
QToolBar#strip { background: $strip; border-top: 1px solid $line; }
QToolBar::separator { background: $line; width: 1px; height: 1px; margin: 8px 4px; }
QWidget#strip, QScrollArea#strip { background: $strip; }
QStatusBar { background: $panel; border-top: 1px solid $line; color: $text; font-size: 12px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: 12px; }
QWidget#header { background: $panel; border-bottom: 1px solid $line; }
QWidget#panel, QScrollArea#panel { background: $panel; }
QWidget#side { background: $panel; border-right: 1px solid $line; }
QWidget#start { background: $window; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent_text; }
QDockWidget { border: none; }
QFrame#card { background: $panel; border: 1px solid $line; border-radius: 6px; }
QFrame#rule { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame#vrule { background: $line; border: none; max-width: 1px; min-width: 1px; }
QFrame#notice { background: $soga_ground; border: none; border-radius: 4px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }

QToolButton { border: 2px solid transparent; border-radius: 4px; background: transparent; padding: 2px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $line; }
QToolButton:checked { background: $tint; color: $accent_text; }
QToolButton:focus { border-color: $accent_text; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }
QToolBar#tools QToolButton { min-width: 32px; min-height: 32px; }
QToolBar#tools QToolButton:checked { background: $accent; }
QToolBar#tools QToolButton:checked:hover { background: $accent_hover; }
QToolButton#tab { border-radius: 0; padding: 0 1px; margin-right: 14px; color: $text_2; border: none;
  border-bottom: 2px solid transparent; background: transparent; min-height: 29px; font-weight: 400; }
QToolButton#tab:hover { color: $text; background: transparent; }
QToolButton#tab:checked { color: $text; font-weight: 600; border-bottom-color: $accent_text; }
QToolButton#tab:focus { color: $accent_text; border: 1px solid $accent_text; }
QToolButton#chip { border: 1px solid $line_strong; border-radius: 12px; background: $field; padding: 0 9px;
  min-height: 21px; font-size: 12px; }
QToolButton#chip:hover { background: $hover; }
QToolButton#chip:checked { background: $accent; border-color: $accent; color: $on_accent; }
QToolButton#chip:focus { border: 2px solid $accent_text; padding: 0 8px; min-height: 19px; }
QToolButton#chip:checked:focus { border-color: $text; }
QToolButton#link { color: $accent_text; font-weight: 500; text-align: left; padding: 4px; }
QToolButton#link:hover { background: $hover; }
QToolButton#play { background: $accent; border-radius: 24px; border: 2px solid $accent; }
QToolButton#play:hover { background: $accent_hover; border-color: $accent_hover; }
QToolButton#play:pressed { background: $accent_pressed; }
QToolButton#play:focus { border-color: $text; }

QFrame#segments { border: 1px solid $line_strong; border-radius: 4px; background: $field; }
QFrame#segments QToolButton { border: 2px solid transparent; border-radius: 0; padding: 0 10px; font-weight: 500; }
QFrame#segments QToolButton[place="left"] { border-top-left-radius: 3px; border-bottom-left-radius: 3px; }
QFrame#segments QToolButton[place="right"] { border-top-right-radius: 3px; border-bottom-right-radius: 3px; }
QFrame#segments QToolButton:checked { background: $accent; color: $on_accent; }
QFrame#segments QToolButton:focus { border-color: $accent_text; }
QFrame#segments QToolButton:checked:focus { border-color: $text; }

QPushButton { border: 1px solid $line_strong; border-radius: 4px; background: $field; padding: 0 12px;
  min-height: 30px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent_text; padding: 0 11px; min-height: 28px; }
QPushButton:disabled { color: $disabled; border-color: $line; background: $panel; }
QPushButton[primary="true"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:pressed { background: $accent_pressed; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 0 11px; min-height: 28px; }
QPushButton[primary="true"]:disabled { background: $line; border-color: $line; color: $disabled; }
QPushButton[main="true"] { min-height: 38px; }
QPushButton[main="true"]:focus { min-height: 36px; }
QPushButton[side="true"] { text-align: left; }

QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit { border: 1px solid $line_strong; border-radius: 4px;
  background: $field; padding: 0 7px; min-height: 30px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid $accent_text; padding: 0 6px;
  min-height: 28px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $disabled; border-color: $line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractItemView QLineEdit { border: none; padding: 0 4px;
  min-height: 0; background: transparent; }
QAbstractItemView QLineEdit { background: $field; border: 1px solid $accent_text; }
*[compact="true"] { min-height: 22px; font-size: 12px; }
*[compact="true"]:focus { min-height: 20px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(theme:chevron-down.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line_strong; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }
QComboBox QAbstractItemView::item:selected { background: $tint; color: $text; }
QCheckBox { spacing: 8px; border: 2px solid transparent; border-radius: 4px; padding: 1px; }
QCheckBox:focus { border-color: $accent_text; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; border: 1px solid $line_strong;
  border-radius: 3px; background: $field; }
QCheckBox::indicator:hover { background: $hover; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
  image: url(theme:check.svg); }
QSlider::groove:horizontal { height: 3px; background: $line_strong; border-radius: 1px; }
QSlider::sub-page:horizontal { background: $accent_text; border-radius: 1px; }
QSlider::handle:horizontal { background: $field; border: 2px solid $accent_text; width: 12px; height: 12px;
  margin: -7px 0; border-radius: 8px; }
QSlider:focus { border: 1px solid $accent_text; border-radius: 4px; }
QProgressBar { border: none; background: $line; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QAbstractItemView { border: none; background: $panel; outline: none; selection-background-color: $tint;
  selection-color: $text; }
QListView:focus { border: none; }
QHeaderView, QHeaderView::section { background: $panel; color: $text_2; border: none; padding: 4px 2px;
  font-size: 12px; }
QHeaderView::section { border-bottom: 1px solid $line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(tokens: Tokens) -> str:
    """Return the whole program's stylesheet."""
    return _SHEET.substitute({key: value for key, value in asdict(tokens).items() if isinstance(value, str)})


def palette(tokens: Tokens) -> QPalette:
    """Return the palette for what a stylesheet does not reach: Fusion's own drawing, delegates, Qt's dialogs."""
    colours = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, tokens.panel),
        (roles.WindowText, tokens.text),
        (roles.Base, tokens.field),
        (roles.AlternateBase, tokens.panel),
        (roles.Text, tokens.text),
        (roles.Button, tokens.panel),
        (roles.ButtonText, tokens.text),
        (roles.ToolTipBase, tokens.field),
        (roles.ToolTipText, tokens.text),
        (roles.PlaceholderText, tokens.text_2),
        (roles.Highlight, tokens.accent),
        (roles.HighlightedText, tokens.on_accent),
        (roles.Link, tokens.accent_text),
        (roles.Light, tokens.hover),
        (roles.Mid, tokens.line),
        (roles.Dark, tokens.line_strong),
    ):
        colours.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return colours
