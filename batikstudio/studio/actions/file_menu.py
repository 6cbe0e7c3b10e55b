"""The file menu: the window asks for names and does the work."""

from __future__ import annotations

from batikstudio.studio.action import Action
from batikstudio.studio.i18n import N_

ACTIONS = (
    Action("file.new", N_("New…"), "Ctrl+N", "file-plus"),
    Action("file.open", N_("Open…"), "Ctrl+O", "folder-open"),
    Action("file.save", N_("Save"), "Ctrl+S", "save", lambda session: not session.is_saved, separated=True),
    Action("file.save_as", N_("Save as…"), "Ctrl+Shift+S", "save-all"),
    Action("file.export", N_("Export…"), "Ctrl+E", "download", separated=True),
    Action("file.quit", N_("Quit"), "Ctrl+Q", separated=True),
)
