"""The file menu: the window asks for names and does the work."""

from __future__ import annotations

from batikstudio.studio.action import Action, with_selection
from batikstudio.studio.i18n import N_

ACTIONS = (
    Action("file.new", N_("New…"), "Ctrl+N", "file-plus"),
    Action("file.open", N_("Open…"), "Ctrl+O", "folder-open"),
    Action("file.save", N_("Save"), "Ctrl+S", "save", lambda session: not session.is_saved, separated=True),
    Action("file.save_as", N_("Save as…"), "Ctrl+Shift+S", "save-all"),
    Action("file.export", N_("Export…"), "Ctrl+E", "download", separated=True),
    Action("file.export_svg", N_("Export selection as SVG…"), "", "", with_selection),
    Action("file.photo", N_("From a photo…"), "", "camera", separated=True),
    Action("file.import_svg", N_("Import SVG as a motif…"), "", "file-input"),
    Action("file.receive", N_("Receive motifs…"), "", "package-open"),
    Action("file.sheets", N_("Class sheets…"), "", "printer"),
    Action("file.quit", N_("Quit"), "Ctrl+Q", separated=True),
)
