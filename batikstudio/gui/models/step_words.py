"""What a step does, in a few words."""

from __future__ import annotations

from batikstudio.design.document import Design, Step
from batikstudio.design.step_kind import StepKind
from batikstudio.design.steps import step_kinds
from batikstudio.gui.models.palette_model import dye_name, wax_name
from batikstudio.studio.i18n import Translator


def summary(design: Design, step: Step, tr: Translator) -> str:
    """Return what is waxed, dyed, scraped or boiled off."""
    settings = step.settings
    kind = step_kinds().get(step.kind)
    if kind is None:
        return tr("unknown to this program")
    if kind.id == "wax":
        names = {slot.id: tr.words(slot.name).partition(" (")[0] for slot in design.slots}
        slots = settings.get("slots", [])
        listed = [names.get(slot, slot) for slot in slots] if isinstance(slots, list) else []
        return f"{', '.join(listed).lower()}: {_parts(kind, settings.get('parts'), tr)}"
    if kind.id == "dye":
        return tr("{dye}, {dips} dips").format(
            dye=dye_name(str(settings.get("dye", "")), tr), dips=settings.get("dips", 1)
        )
    if kind.id == "scrape":
        return wax_name(str(settings.get("wax", "")), tr)
    if kind.id == "boil":
        return tr("all wax")
    return str(settings.get("text", ""))


def _parts(kind: StepKind, parts: object, tr: Translator) -> str:
    words = next(one for one in kind.parameters if one.key == "parts").choices
    if not isinstance(parts, list) or set(parts) == set(words):
        return tr("everything")
    return ", ".join(tr.words(words[part]) for part in parts if part in words)
