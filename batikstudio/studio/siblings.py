"""What changed in a sister of a design, in words."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.design.siblings import Change, Sibling
from batikstudio.studio.i18n import N_, Translator

LABELS = {
    "sibling.repeat": N_("repeat {repeat}"),
    "sibling.group": N_("symmetry {group}"),
    "sibling.process": N_("process {process}"),
    "sibling.dye": N_("{step} in {dye}"),
    "sibling.ground": N_("ground {slot}"),
    "sibling.ground_isen": N_("ground of {isen}"),
    "sibling.isen": N_("isen {isen}"),
    "sibling.size": N_("repeat {width_mm} mm wide"),
    "sibling.variant": N_("{what}: {value}"),
    "sibling.colours": N_("body and heart change places"),
}


def label(sibling: Sibling, tr: Translator) -> str:
    """Return what changed, in one line."""
    return " · ".join(_label(change, tr) for change in sibling.changes)


def _label(change: Change, tr: Translator) -> str:
    return tr(LABELS[change.code]).format(**{key: _said(value, tr) for key, value in change.facts.items()})


def _said(value: object, tr: Translator) -> str:
    if isinstance(value, Words):
        return tr.words(value)
    if isinstance(value, tuple):
        return ", ".join(_said(one, tr) for one in value)
    return tr.number(value, 0) if isinstance(value, float) else str(value)
