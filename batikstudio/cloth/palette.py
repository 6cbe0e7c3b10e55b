"""The palette is the process: the colour that each slot, and each part of it, will really have."""

from __future__ import annotations

from dataclasses import dataclass

from batikstudio.base.errors import BatikError
from batikstudio.colour.spaces import to_srgb8
from batikstudio.design.document import Design, Owner
from batikstudio.design.primitives import Change, Uptake
from batikstudio.design.process import Stage, stages
from batikstudio.design.step_kind import WaxCoat
from batikstudio.dyes.catalogue import dye, dyes, fabric
from batikstudio.dyes.dye import Dye
from batikstudio.dyes.fabric import Fabric
from batikstudio.dyes.swatch import swatch, swatch_lab
from batikstudio.dyes.uptake import amount_after
from batikstudio.motifs.motif import PART_KINDS


@dataclass(frozen=True)
class BathState:
    """What one owner meets in one bath: the step, the dye, and the waxes that lie on it (empty: open)."""

    step: str
    dye: str
    waxes: tuple[str, ...]


@dataclass(frozen=True)
class Swatch:
    """The colour of an owner after the last step on this fabric: sRGB 0 to 255, CIELAB (D65), and its history."""

    srgb: tuple[int, int, int]
    lab: tuple[float, float, float]
    baths: tuple[BathState, ...]


def fabric_of(design: Design) -> Fabric:
    """Return the design's fabric; an unknown one shows as prima and is named by `invariants.problems`."""
    try:
        return fabric(design.cloth.fabric)
    except BatikError:
        return fabric("prima")


def uptake_per_dip(act: Uptake, colorant: Dye, mori: Fabric) -> float:
    """Return the share of what is missing to saturation that one dip gives on this fabric, even dye, open cloth.

    Dips are counted for prima; another grade takes up more or less by its absorbency.
    """
    return colorant.uptake_per_dip * act.strength * mori.absorbency / fabric("prima").absorbency


def dye_of(act: Uptake) -> Dye | None:
    """Return the dye of a bath; None for one that this program does not know: it leaves the cloth as it is."""
    return dye(act.dye) if act.dye in dyes() else None


def back_access(coats: tuple[WaxCoat, ...]) -> float:
    """Return how far dye reaches cloth under these coats from the back: 0 where one goes through or lies there."""
    if not coats:
        return 1.0
    if any(coat.back for coat in coats):
        return 0.0
    return 1.0 - max(coat.penetration for coat in coats)


def amounts(design: Design, owner: Owner, done: tuple[Stage, ...]) -> dict[str, float]:
    """Return the amount of each dye in an owner after some stages, evenly dyed and without seep."""
    mori = fabric_of(design)
    held: dict[str, float] = {}
    for stage in done:
        for act in stage.acts:
            if isinstance(act, Uptake):
                colorant = dye_of(act)
                access = back_access(stage.before[owner])
                if colorant and access > 0:
                    held[act.dye] = float(
                        amount_after(
                            held.get(act.dye, 0.0),
                            access,
                            act.dips,
                            uptake_per_dip(act, colorant, mori),
                            colorant.saturation,
                        )
                    )
            elif isinstance(act, Change):
                held = {key: amount * (1.0 - act.loss) for key, amount in held.items()}
    return held


def swatches(design: Design, after: int | None = None) -> dict[Owner, Swatch]:
    """Return the swatch of every owner after ``after`` steps (None: all of them)."""
    done = tuple(stage for stage in stages(design) if after is None or stage.number <= after)
    mori = fabric_of(design)
    found: dict[Owner, Swatch] = {}
    for slot in design.slots:
        for part in PART_KINDS:
            owner = (slot.id, part)
            held = amounts(design, owner, done)
            lightness, a, b = (float(value) for value in swatch_lab(mori, held))
            red, green, blue = (int(value) for value in to_srgb8(swatch(mori, held)))
            history = tuple(
                BathState(stage.step.id, stage.bath.dye, tuple(coat.wax for coat in stage.before[owner]))
                for stage in done
                if stage.bath is not None
            )
            found[owner] = Swatch((red, green, blue), (lightness, a, b), history)
    return found
