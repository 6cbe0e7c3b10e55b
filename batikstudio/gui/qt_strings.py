"""Qt's own words in the person's language: one catalogue serves them and the program's.

Qt ships no Indonesian. What its buttons, dialogs and context menus ask for is listed here, where ``update_locale``
finds it; a test holds the list beside the sources that Qt's own translations name.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from batikstudio.studio.i18n import Translator


def pgettext(context: str, text: str) -> tuple[str, str]:
    """Mark a text of Qt's, under the class of Qt's that shows it."""
    return context, text


QT_STRINGS = (
    pgettext("QAbstractFileIconProvider", "Drive"),
    pgettext("QAbstractFileIconProvider", "File"),
    pgettext("QAbstractFileIconProvider", "File Folder"),
    pgettext("QAbstractFileIconProvider", "Unknown"),
    pgettext("QAbstractSpinBox", "&Select All"),
    pgettext("QAbstractSpinBox", "&Step up"),
    pgettext("QAbstractSpinBox", "Step &down"),
    pgettext("QComboBox", "Open the combo box selection popup"),
    pgettext("QDockWidget", "Close"),
    pgettext("QDockWidget", "Closes the dock widget"),
    pgettext("QDockWidget", "Float"),
    pgettext("QDockWidget", "Undocks and re-attaches the dock widget"),
    pgettext("QFileDialog", "%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    pgettext("QFileDialog", "%1\nFile not found.\nPlease verify the correct file name was given."),
    pgettext("QFileDialog", "%1 already exists.\nDo you want to replace it?"),
    pgettext("QFileDialog", "&Choose"),
    pgettext("QFileDialog", "&Delete"),
    pgettext("QFileDialog", "&Look in:"),
    pgettext("QFileDialog", "&New Folder"),
    pgettext("QFileDialog", "&Open"),
    pgettext("QFileDialog", "&Rename"),
    pgettext("QFileDialog", "&Save"),
    pgettext("QFileDialog", "'%1' is write protected.\nDo you want to delete it anyway?"),
    pgettext("QFileDialog", "All Files (*)"),
    pgettext("QFileDialog", "All files (*)"),
    pgettext("QFileDialog", "Are you sure you want to delete '%1'?"),
    pgettext("QFileDialog", "Back"),
    pgettext("QFileDialog", "Change to detail view mode"),
    pgettext("QFileDialog", "Change to list view mode"),
    pgettext("QFileDialog", "Could not delete directory."),
    pgettext("QFileDialog", "Create New Folder"),
    pgettext("QFileDialog", "Create a New Folder"),
    pgettext("QFileDialog", "Delete"),
    pgettext("QFileDialog", "Detail View"),
    pgettext("QFileDialog", "Directories"),
    pgettext("QFileDialog", "Directory:"),
    pgettext("QFileDialog", "File &name:"),
    pgettext("QFileDialog", "Files"),
    pgettext("QFileDialog", "Files of &type:"),
    pgettext("QFileDialog", "Find Directory"),
    pgettext("QFileDialog", "Forward"),
    pgettext("QFileDialog", "Go back"),
    pgettext("QFileDialog", "Go forward"),
    pgettext("QFileDialog", "Go to the parent directory"),
    pgettext("QFileDialog", "List View"),
    pgettext("QFileDialog", "List of places and bookmarks"),
    pgettext("QFileDialog", "New Folder"),
    pgettext("QFileDialog", "Open"),
    pgettext("QFileDialog", "Parent Directory"),
    pgettext("QFileDialog", "Recent Places"),
    pgettext("QFileDialog", "Remove"),
    pgettext("QFileDialog", "Save As"),
    pgettext("QFileDialog", "Show "),
    pgettext("QFileDialog", "Show &hidden files"),
    pgettext("QFileDialog", "Sidebar"),
    pgettext("QFileSystemModel", "Computer"),
    pgettext("QFileSystemModel", "Date Modified"),
    pgettext("QFileSystemModel", "Kind"),
    pgettext("QFileSystemModel", "My Computer"),
    pgettext("QFileSystemModel", "Name"),
    pgettext("QFileSystemModel", "Size"),
    pgettext("QFileSystemModel", "Type"),
    pgettext("QLineEdit", "&Copy"),
    pgettext("QLineEdit", "&Paste"),
    pgettext("QLineEdit", "&Redo"),
    pgettext("QLineEdit", "&Undo"),
    pgettext("QLineEdit", "Cu&t"),
    pgettext("QLineEdit", "Delete"),
    pgettext("QLineEdit", "Select All"),
    pgettext("QMessageBox", "Hide Details..."),
    pgettext("QMessageBox", "Show Details..."),
    pgettext("QPlatformTheme", "&No"),
    pgettext("QPlatformTheme", "&Yes"),
    pgettext("QPlatformTheme", "Abort"),
    pgettext("QPlatformTheme", "Apply"),
    pgettext("QPlatformTheme", "Cancel"),
    pgettext("QPlatformTheme", "Close"),
    pgettext("QPlatformTheme", "Discard"),
    pgettext("QPlatformTheme", "Help"),
    pgettext("QPlatformTheme", "Ignore"),
    pgettext("QPlatformTheme", "N&o to All"),
    pgettext("QPlatformTheme", "OK"),
    pgettext("QPlatformTheme", "Open"),
    pgettext("QPlatformTheme", "Reset"),
    pgettext("QPlatformTheme", "Restore Defaults"),
    pgettext("QPlatformTheme", "Retry"),
    pgettext("QPlatformTheme", "Save"),
    pgettext("QPlatformTheme", "Save All"),
    pgettext("QPlatformTheme", "Yes to &All"),
    pgettext("QScrollBar", "Bottom"),
    pgettext("QScrollBar", "Left edge"),
    pgettext("QScrollBar", "Page down"),
    pgettext("QScrollBar", "Page left"),
    pgettext("QScrollBar", "Page right"),
    pgettext("QScrollBar", "Page up"),
    pgettext("QScrollBar", "Right edge"),
    pgettext("QScrollBar", "Scroll down"),
    pgettext("QScrollBar", "Scroll here"),
    pgettext("QScrollBar", "Scroll left"),
    pgettext("QScrollBar", "Scroll right"),
    pgettext("QScrollBar", "Scroll up"),
    pgettext("QScrollBar", "Top"),
    pgettext("QShortcut", "Down"),
    pgettext("QShortcut", "Left"),
    pgettext("QShortcut", "Right"),
    pgettext("QShortcut", "Space"),
    pgettext("QShortcut", "Up"),
    pgettext("QTabBar", "Scroll Left"),
    pgettext("QTabBar", "Scroll Right"),
    pgettext("QWidgetTextControl", "&Copy"),
    pgettext("QWidgetTextControl", "&Paste"),
    pgettext("QWidgetTextControl", "&Redo"),
    pgettext("QWidgetTextControl", "&Undo"),
    pgettext("QWidgetTextControl", "Copy &Link Location"),
    pgettext("QWidgetTextControl", "Cu&t"),
    pgettext("QWidgetTextControl", "Delete"),
    pgettext("QWidgetTextControl", "Select All"),
)
"""(class, text) of everything of Qt's that the program can show."""


class QtStrings(QTranslator):
    """Answers Qt from the program's catalogue; keep it while it is installed, and install another for a language.

    Parameters
    ----------
    tr : Translator
    parent : QObject
    """

    def __init__(self, tr: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._tr = tr

    def isEmpty(self) -> bool:
        """Return False: Qt asks no empty translator."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return Qt's text in the language; None lets Qt show its own."""
        return self._tr.context(context, source) if source else None
