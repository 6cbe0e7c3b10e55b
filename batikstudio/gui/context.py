"""What every part of the window is given: the one door to change, the jobs, the words and the look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from batikstudio.gui.eventlog import EventLog
from batikstudio.gui.theme.icons import Icons
from batikstudio.gui.theme.tokens import Tokens
from batikstudio.studio.i18n import Translator
from batikstudio.studio.jobs import Jobs
from batikstudio.studio.session import Session

if TYPE_CHECKING:
    from batikstudio.gui.preferences import Preferences


@dataclass(frozen=True)
class Context:
    """Passed to every panel and bar; a change of language or palette makes a new one, and new panels.

    Attributes
    ----------
    session : Session
    jobs : Jobs
    preferences : Preferences
    tr : Translator
    tokens : Tokens
    icons : Icons
    log : EventLog
    say : callable
        Shows one sentence in the status bar; the second argument is ``"ok"``, ``"note"`` or ``"bad"``.
    """

    session: Session
    jobs: Jobs
    preferences: Preferences
    tr: Translator
    tokens: Tokens
    icons: Icons
    log: EventLog
    say: Callable[[str, str], None]
