"""One window of the cloth, step by step: access through wax, uptake in each bath, amounts per dye."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache
from typing import cast

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

from batikstudio.cloth.cache import Cache
from batikstudio.cloth.fields import SMALLEST_PERIOD_MM, Place, edge_noise, mottle, weave, yarns
from batikstudio.cloth.kernels.dyeing import blurred, edge_access, take_up
from batikstudio.cloth.maps import Maps, Plan
from batikstudio.cloth.palette import dye_of, fabric_of, uptake_per_dip
from batikstudio.cloth.viewport import period_mm
from batikstudio.design.document import Design, Owner
from batikstudio.design.primitives import Change, Uptake
from batikstudio.design.process import Stage, stages
from batikstudio.design.step_kind import Stacks
from batikstudio.dyes.dye import Dye
from batikstudio.dyes.uptake import MAX_SHARE_PER_DIP
from batikstudio.raster.coverage import Window

Field = NDArray[np.float32]
Mask = NDArray[np.uint8]

SEEP_MM = 0.22
"""Standard deviation of the seep of dye under a wax edge."""
RAGGED = 0.15
"""How ragged the yarns make a wax edge."""
YARN_EVENNESS = 0.08
"""How much single yarns differ in uptake: more reads as streaks along the cloth."""
MM_PER_CM = 10.0


@dataclass(frozen=True, eq=False)
class Dyed:
    """What a window of the cloth holds after some steps.

    Attributes
    ----------
    dyes : tuple of Dye
    amounts : ndarray of shape (dyes, h, w), float32
        1 is a dye's normal full depth.
    """

    dyes: tuple[Dye, ...]
    amounts: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Simulation:
    """Everything that one window needs, made once and kept in the cache.

    Attributes
    ----------
    design : Design
    plan : Plan
        What is drawn on it, at the simulated resolution.
    window : Window
        In pixels of that resolution.
    px_per_mm : (float, float)
    period_px : (int, int) or None
    store : Cache
    drawn_key : bytes
        A digest of all that is drawn in the window and within reach of it.
    """

    design: Design
    plan: Plan
    window: Window
    px_per_mm: tuple[float, float]
    period_px: tuple[int, int] | None
    store: Cache = field(default_factory=Cache)
    drawn_key: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "drawn_key", self.plan.key(_grown(self.window, self.reach_px)))

    @property
    def place(self) -> Place:
        """Where the window lies on the torus of chance."""
        period = period_mm(self.design) or (
            max(self.design.cloth.length_mm, SMALLEST_PERIOD_MM),
            max(self.design.cloth.width_mm, SMALLEST_PERIOD_MM),
        )
        return Place(self.window, self.px_per_mm, period, self.period_px, self.design.seed)

    @property
    def yarn_mm(self) -> float:
        """The pitch of the fabric's yarns."""
        return MM_PER_CM / fabric_of(self.design).yarns_per_cm

    @property
    def reach_px(self) -> int:
        """How far the seep reaches, in pixels: the halo of the coverage."""
        return len(seep_taps(1.0 / max(self.px_per_mm))) // 2

    def maps(self) -> Maps:
        """Return the coverage of the window, grown by `reach_px` on all sides."""
        grown = _grown(self.window, self.reach_px)
        (shares,) = self.store.get(("maps", self.drawn_key, grown), lambda: (self.plan.coverage(grown).shares,))
        return Maps(self.plan.owners, shares)

    def inner_maps(self) -> Maps:
        """Return the coverage of the window itself."""
        reach, maps = self.reach_px, self.maps()
        return Maps(maps.owners, maps.shares[:, reach:-reach, reach:-reach])

    def _static(self, name: str) -> Field:
        key = (name, self.place, self.yarn_mm)
        made = {
            "edge": lambda: edge_noise(self.place, self.yarn_mm),
            "mottle": lambda: mottle(self.place),
            "yarns": lambda: yarns(self.place, self.yarn_mm),
            "weave": lambda: weave(self.place, self.yarn_mm),
        }
        (found,) = self.store.get(key, lambda: (made[name](),))
        return found

    def shade(self) -> Field:
        """Return what the weave does to the light, shape (h, w)."""
        if self.design.look.weave:
            return self._static("weave")
        return np.ones((self.window.height_px, self.window.width_px), np.float32)

    def evenness(self, mottling: float) -> Field:
        """Return how much more or less than usual each place takes up, about 1."""
        gain = np.float32(2.0 * self.design.look.uneven)
        if not gain:
            return np.ones((self.window.height_px, self.window.width_px), np.float32)
        slow, fine = self._static("mottle"), self._static("yarns")
        return np.float32(1.0) + gain * (np.float32(2.0 * mottling) * slow + np.float32(YARN_EVENNESS) * fine)

    def after(self, done: tuple[Stage, ...]) -> Dyed:
        """Return the amounts of dye after some stages."""
        last = max((index for index, stage in enumerate(done) if stage.bath or _changes(stage)), default=-1)
        return self._after(done[: last + 1])

    def _after(self, done: tuple[Stage, ...]) -> Dyed:
        colorants = _colorants(done)
        shape = (len(colorants), self.window.height_px, self.window.width_px)
        if not done:
            return Dyed((), np.zeros((0, *shape[1:]), np.float32))
        key = ("dyed", self.drawn_key, self.place, self.yarn_mm, self.design.look.uneven, _deeds(done))
        (held,) = self.store.get(key, lambda: (self._dye(done, colorants),))
        return Dyed(colorants, held)

    def _dye(self, done: tuple[Stage, ...], colorants: tuple[Dye, ...]) -> NDArray[np.float32]:
        before = self.after(done[:-1])
        held = np.zeros((len(colorants), self.window.height_px, self.window.width_px), np.float32)
        held[: len(before.dyes)] = before.amounts
        stage = done[-1]
        for act in stage.acts:
            if isinstance(act, Uptake):
                colorant = dye_of(act)
                if colorant is not None:
                    take_up(
                        held[colorants.index(colorant)],
                        self.access(stage.before),
                        self.evenness(colorant.mottle),
                        uptake_per_dip(act, colorant, fabric_of(self.design)),
                        colorant.saturation,
                        act.dips,
                        MAX_SHARE_PER_DIP,
                    )
            elif isinstance(act, Change):
                held *= np.float32(1.0 - act.loss)
        return held

    def access(self, stacks: Stacks) -> Field:
        """Return how freely dye reaches each pixel, 0 to 1: through the edges of the wax, and from the back."""
        covered = frozenset(owner for owner, coats in stacks.items() if coats)
        leaky = tuple(
            (owner, max(coat.penetration for coat in stacks[owner]))
            for owner in covered
            if not any(coat.back for coat in stacks[owner]) and max(coat.penetration for coat in stacks[owner]) < 1.0
        )
        key = ("access", self.drawn_key, self.place, self.yarn_mm, covered, leaky)
        (found,) = self.store.get(key, lambda: (self._access(covered, leaky),))
        return found

    def _access(self, covered: frozenset[Owner], leaky: tuple[tuple[Owner, float], ...]) -> Field:
        maps = self.maps()
        share = np.empty((self.window.height_px, self.window.width_px), np.float32)
        blurred(maps.under(covered), seep_taps(1.0 / max(self.px_per_mm)), share)
        access = np.empty_like(share)
        edge_access(share, self._static("edge"), RAGGED, access)
        for owner, penetration in leaky:
            inner = self.inner_maps().under(frozenset({owner}))
            from_back = inner.astype(np.float32) * np.float32((1.0 - penetration) / 255.0)
            np.maximum(access, from_back, out=access)
        return access


@cache
def seep_taps(pixel_mm: float) -> Field:
    """Return the filter of the seep: a Gaussian integrated over pixels, the pixel's own box taken off its width."""
    variance = max(SEEP_MM**2 - pixel_mm**2 / 12, 0.02 * pixel_mm**2)
    sigma_px = math.sqrt(variance) / pixel_mm
    radius = math.ceil(3 * sigma_px) + 1
    edges = np.arange(-radius, radius + 2) - 0.5
    taps = np.diff(erf(edges / (sigma_px * math.sqrt(2))))
    found = (taps / taps.sum()).astype(np.float32)
    found.setflags(write=False)
    return cast("Field", found)


def stages_until(design: Design, after: int | None) -> tuple[Stage, ...]:
    """Return the enabled stages among the first ``after`` steps; None: all of them."""
    return tuple(stage for stage in stages(design) if after is None or stage.number <= after)


def _grown(window: Window, by: int) -> Window:
    return Window(window.x_px - by, window.y_px - by, window.width_px + 2 * by, window.height_px + 2 * by)


def _changes(stage: Stage) -> bool:
    return any(isinstance(act, Change) for act in stage.acts)


def _colorants(done: tuple[Stage, ...]) -> tuple[Dye, ...]:
    found: dict[str, Dye] = {}
    for stage in done:
        for act in stage.acts:
            colorant = dye_of(act) if isinstance(act, Uptake) else None
            if colorant is not None:
                found.setdefault(colorant.id, colorant)
    return tuple(found.values())


def _deeds(done: tuple[Stage, ...]) -> tuple[object, ...]:
    """Return a key of all that these stages do to dye: their acts, and the wax that each meets."""
    return tuple((stage.acts, tuple(stage.before.items())) for stage in done if stage.bath or _changes(stage))
