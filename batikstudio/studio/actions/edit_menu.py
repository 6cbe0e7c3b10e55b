"""The edit menu: the history and the selection."""

from __future__ import annotations

from batikstudio.design.edits import items
from batikstudio.studio.action import Action, with_selection
from batikstudio.studio.i18n import N_
from batikstudio.studio.session import Session

DUPLICATE_MM = 10.0


def _delete(session: Session) -> None:
    session.do("edit.delete", items.delete(session.design, session.selection))


def _duplicate(session: Session) -> None:
    design, new = items.duplicate(session.design, session.selection, DUPLICATE_MM, DUPLICATE_MM)
    session.do("edit.duplicate", design)
    session.select(new)


def _select_all(session: Session) -> None:
    session.select(
        item.id
        for field in session.design.fields
        for layer in field.layers
        if layer.visible and not layer.locked
        for item in layer.items
    )


ACTIONS = (
    Action("edit.undo", N_("Undo"), "Ctrl+Z", "undo-2", lambda one: one.undo_label is not None, Session.undo),
    Action("edit.redo", N_("Redo"), "Ctrl+Shift+Z", "redo-2", lambda one: one.redo_label is not None, Session.redo),
    Action("edit.duplicate", N_("Duplicate"), "Ctrl+D", "copy", with_selection, _duplicate, separated=True),
    Action("edit.delete", N_("Delete"), "Del", "trash", with_selection, _delete),
    Action("edit.select_all", N_("Select all"), "Ctrl+A", "", run=_select_all, separated=True),
    Action("edit.select_none", N_("Select nothing"), "Ctrl+Shift+A", "", with_selection, lambda one: one.select(())),
)
