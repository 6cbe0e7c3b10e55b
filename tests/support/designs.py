"""Random designs and random edits, for Hypothesis: whatever a person, or a stranger's file, may come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st
from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design, Item, Layer, Step
from batikstudio.design.edits import about, cloth, items, layers, process, repeat
from batikstudio.design.settings import settings_of
from batikstudio.design.steps import step_kinds
from batikstudio.design.templates import from_template
from batikstudio.design.workshop import processes
from batikstudio.dyes.catalogue import dyes, fabrics
from batikstudio.geometry.affine import Affine
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.motif import ROLES
from batikstudio.pattern.groups import GROUPS

REPEATS = (
    *("grid", "half-drop 1/2", "half-drop 1/3", "brick 2/5", "mirror x", "mirror y", "mirror xy", "hexagon"),
    *("tubrukan", "ondo-ende 1/3", "parang 1/2", "mubeng", "mlampah-sareng"),
    *("frieze p2mg", "frame", "once", "radial 5 mirror", "toss 6"),
)
PLACEABLE = ("probe", "kawung", "manggur")


@dataclass(frozen=True)
class Deed:
    """One edit, in numbers that are brought to bear on whatever design it meets."""

    name: str
    a: int
    b: int
    x: float
    y: float
    text: str

    def on(self, design: Design) -> Design:
        """Return what comes of the design; raises `BatikError` where the edit is refused."""
        return DEEDS[self.name](design, self)


QUICK = ("kawung", "parang", "truntum", "symmetry-probe")
"""Templates that are small and quickly drawn: hundreds of designs begin with them."""
_begun = cache(from_template)


def done(design: Design, deed: Deed) -> Design:
    """Return what comes of the design, itself where the edit is refused: any other exception is a fault."""
    try:
        return deed.on(design)
    except BatikError:
        return design


def _layer(design: Design, deed: Deed) -> Layer:
    found = [layer for field in design.fields for layer in field.layers]
    return found[deed.a % len(found)]


def _item(design: Design, deed: Deed) -> Item:
    found = [item for field in design.fields for item in field.items()]
    if not found:
        raise BatikError("item.unknown", item="")
    return found[deed.a % len(found)]


def _step(design: Design, deed: Deed) -> Step:
    if not design.steps:
        raise BatikError("step.unknown", step="", known=[])
    return design.steps[deed.a % len(design.steps)]


def _slot(design: Design, deed: Deed) -> str:
    return design.slots[deed.b % len(design.slots)].id


def _of(values: object, number: int) -> str:
    known = list(values)
    return known[number % len(known)]


def _set_any(design: Design, deed: Deed) -> Design:
    setting = settings_of(design)[_of(settings_of(design), deed.a)]
    parameter = setting.parameter
    if parameter.kind in ("float", "int"):
        low, high = parameter.minimum or 0.0, parameter.maximum or 1000.0
        share = min(abs(deed.x) / 100, 1.0)
        value = low + (min(high, 2000.0) - low) * share
        return setting.change(design, round(value) if parameter.kind == "int" else value)
    if parameter.kind == "bool":
        return setting.change(design, deed.b % 2 == 0)
    if parameter.kind == "choice":
        return setting.change(design, _of(parameter.choices, deed.b))
    if parameter.kind == "list":
        return setting.change(design, list(parameter.choices)[: deed.b % (len(parameter.choices) + 1)])
    return setting.change(design, deed.text)


DEEDS: dict[str, Callable[[Design, Deed], Design]] = {
    "place": lambda one, deed: items.place(
        one,
        _layer(one, deed).id,
        catalogue().motif(_of(PLACEABLE, deed.b)),
        Affine.translation(deed.x, deed.y) @ Affine.rotation(deed.b),
    )[0],
    "move": lambda one, deed: items.transform(one, [_item(one, deed).id], Affine.translation(deed.x, deed.y)),
    "turn": lambda one, deed: items.transform(one, [_item(one, deed).id], Affine.rotation(deed.x)),
    "scale": lambda one, deed: items.transform(one, [_item(one, deed).id], Affine.scaling(deed.x / 50, deed.y / 50)),
    "delete": lambda one, deed: items.delete(one, [_item(one, deed).id]),
    "duplicate": lambda one, deed: items.duplicate(one, [_item(one, deed).id], deed.x, deed.y)[0],
    "reorder": lambda one, deed: items.reorder(one, _item(one, deed).id, deed.b),
    "shift": lambda one, deed: items.shift_order(one, [_item(one, deed).id], deed.b - 5),
    "role": lambda one, deed: items.set_role(one, [_item(one, deed).id], _of(ROLES, deed.b), _slot(one, deed)),
    "parameters": lambda one, deed: items.set_parameters(one, _item(one, deed).id, {"size_mm": abs(deed.x)}),
    "add layer": lambda one, deed: layers.add(one, one.fields[0].id, deed.text)[0],
    "remove layer": lambda one, deed: layers.remove(one, _layer(one, deed).id),
    "rename layer": lambda one, deed: layers.rename(one, _layer(one, deed).id, deed.text),
    "hide": lambda one, deed: layers.set_visible(one, _layer(one, deed).id, deed.b % 2 == 0),
    "lock": lambda one, deed: layers.set_locked(one, _layer(one, deed).id, deed.b % 3 == 0),
    "move layer": lambda one, deed: layers.reorder(one, _layer(one, deed).id, deed.b),
    "repeat": lambda one, deed: repeat.set_repeat(one, one.fields[0].id, _of(REPEATS, deed.b)),
    "size": lambda one, deed: repeat.set_size(one, one.fields[0].id, abs(deed.x) + 1, abs(deed.y) + 1),
    "group": lambda one, deed: repeat.set_group(one, one.fields[0].id, _of(GROUPS, deed.b)),
    "process": lambda one, deed: process.set_process(one, _of(processes(), deed.b))[0],
    "enable": lambda one, deed: process.enable(one, _step(one, deed).id, deed.b % 2 == 0),
    "move step": lambda one, deed: process.move(one, _step(one, deed).id, deed.b),
    "remove step": lambda one, deed: process.remove(one, _step(one, deed).id),
    "dye": lambda one, deed: process.set_setting(one, _step(one, deed).id, "dye", _of(dyes(), deed.b)),
    "cloth": lambda one, deed: cloth.set_cloth(one, length_mm=abs(deed.x) * 30, fabric=_of(fabrics(), deed.b)),
    "ground": lambda one, deed: cloth.set_ground(one, one.fields[0].id, _slot(one, deed)),
    "title": lambda one, deed: about.set_title(one, deed.text),
    "notes": lambda one, deed: about.set_notes(one, deed.text),
    "seed": lambda one, deed: about.set_seed(one, deed.a),
    "look": lambda one, deed: about.set_look(one, uneven=min(abs(deed.x) / 100, 1.0), weave=deed.b % 2 == 0),
    "setting": _set_any,
}

NUMBERS = st.floats(-100, 100, allow_nan=False)
TEXTS = st.text(max_size=12)


def deeds() -> st.SearchStrategy[Deed]:
    """Draw an edit."""
    return st.builds(
        Deed, st.sampled_from(sorted(DEEDS)), st.integers(0, 30), st.integers(0, 60), NUMBERS, NUMBERS, TEXTS
    )


def starts() -> st.SearchStrategy[Design]:
    """Draw a template's design."""
    return st.sampled_from(QUICK).map(_begun)


@st.composite
def designs(draw: st.DrawFn, most_deeds: int = 8) -> Design:
    """Draw a design as a person may have made it."""
    design = draw(starts())
    for deed in draw(st.lists(deeds(), max_size=most_deeds)):
        design = done(design, deed)
    return design


VALUES = st.one_of(
    st.booleans(),
    st.integers(-(2**62), 2**62),
    st.floats(-1e6, 1e6, allow_nan=False),
    TEXTS,
    st.lists(TEXTS, max_size=3),
)


@st.composite
def wild_steps(draw: st.DrawFn) -> Step:
    """Draw a step as only a stranger's file, or a newer program's, may hold it."""
    kind = draw(st.sampled_from([*step_kinds(), "colet", "bleach"]))
    known = [parameter.key for parameter in step_kinds()[kind].parameters] if kind in step_kinds() else []
    keys = st.one_of(st.sampled_from(known), TEXTS) if known else TEXTS
    first = from_template("kawung").steps[0]
    return replace(
        first,
        id=draw(st.sampled_from(["s1", "s2", "nglowong"])),
        kind=kind,
        enabled=draw(st.booleans()),
        settings=draw(st.dictionaries(keys, VALUES, max_size=4)),
    )


@st.composite
def wild_designs(draw: st.DrawFn) -> Design:
    """Draw a design that is sound as a document and nonsense as a cloth: unknown steps, dyes, slots, motifs."""
    design = draw(designs(4))
    steps = tuple(draw(st.lists(wild_steps(), max_size=6)))
    colourway = replace(design.colourways[0], steps=steps)
    motifs = {key: replace(one, id=draw(TEXTS), parameters={"x": draw(VALUES)}) for key, one in design.motifs.items()}
    field = replace(design.fields[0], ground=draw(st.sampled_from(["putih", "nowhere"])))
    process_id = draw(st.sampled_from([design.process, "missing"]))
    fabric = replace(design.cloth, fabric=draw(st.sampled_from(["prima", "silk"])))
    return replace(
        design,
        colourways=(colourway,),
        motifs=motifs,
        fields=(field,),
        process=process_id,
        cloth=fabric,
        notes=draw(TEXTS),
    )
