"""The record of something that a person can do, from which menus, shortcuts, buttons and help are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from batikstudio.studio.session import Session

MENUS = ("file", "edit", "view", "motif", "shape", "process", "window", "help")


def always(_session: Session) -> bool:
    """Whether the action is possible: it is."""
    return True


def with_selection(session: Session) -> bool:
    """Whether anything is selected."""
    return bool(session.selection)


@dataclass(frozen=True)
class Action:
    """Something that a person can do.

    Attributes
    ----------
    id : str
        ``menu.name``.
    title : str
        English, marked for translation; the language's own is asked of the translator.
    shortcut : str
        As Qt and people write it: ``Ctrl+Shift+S``.
    icon : str
        A name of the icon family, or empty.
    enabled : callable
        Whether it is possible now.
    run : callable or None
        What it does to the session; None where the window does it (files, views, dialogs).
    checkable : bool
        Whether it is a state that is on or off.
    separated : bool
        Whether a line stands above it in its menu.
    """

    id: str
    title: str
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[Session], bool] = always
    run: Callable[[Session], object] | None = None
    checkable: bool = False
    separated: bool = False

    @property
    def menu(self) -> str:
        """The menu that it stands in."""
        return self.id.partition(".")[0]
