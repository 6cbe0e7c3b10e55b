"""The titles of what was done, by the labels of the history."""

from __future__ import annotations

from batikstudio.studio.actions import actions
from batikstudio.studio.i18n import N_, Translator

_TITLES: dict[str, str] = {
    "motif.place": N_("Place motif"),
    "draw.canting": N_("Draw with the canting"),
    "draw.area": N_("Draw an area"),
    "draw.pour": N_("Pour into a region"),
    "siblings.pick": N_("Take a sibling"),
    "motif.move": N_("Move"),
    "motif.turn": N_("Turn"),
    "motif.scale": N_("Scale"),
    "motif.parameters": N_("Change motif"),
    "item.slot": N_("Change colour"),
    "item.place": N_("Change place"),
    "item.isen": N_("Change isen"),
    "cloth.isen": N_("Change isen of the ground"),
    "cloth.ground": N_("Change ground"),
    "cloth.size": N_("Change cloth"),
    "cloth.repeat": N_("Change repeat"),
    "cloth.layout": N_("Divide the cloth"),
    "cloth.edge": N_("Change edge of the field"),
    "cloth.fit": N_("Fit the repeat"),
    "cloth.symmetry": N_("Change symmetry"),
    "design.seed": N_("Change chance"),
    "guide.add": N_("Add guide"),
    "guide.move": N_("Move guide"),
    "guide.remove": N_("Remove guide"),
    "layer.rename": N_("Rename layer"),
    "layer.visible": N_("Show or hide layer"),
    "layer.locked": N_("Lock or unlock layer"),
    "layer.order": N_("Order of layers"),
    "layer.add": N_("New layer"),
    "layer.remove": N_("Delete layer"),
    "process.set": N_("Change process"),
    "process.step": N_("Change step"),
    "process.enable": N_("Do or leave out step"),
    "process.order": N_("Order of steps"),
    "process.remove": N_("Delete step"),
    "design.title": N_("Change title"),
    "design.look": N_("Change look"),
}
"""What is not an action of a menu."""


def title_of(label: str, tr: Translator) -> str:
    """Return what to call a step of the history."""
    if label in _TITLES:
        return tr(_TITLES[label])
    action = actions().get(label)
    return tr(action.title).rstrip("…") if action else label
