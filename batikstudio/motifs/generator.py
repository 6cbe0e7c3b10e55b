"""The record that a parametric motif declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from batikstudio.base.parameter import Parameter, Value, complete
from batikstudio.motifs.motif import About, CustomaryRepeat, Motif, Part

Drawn = tuple[tuple[Part, ...], CustomaryRepeat]


@dataclass(frozen=True)
class Generator:
    """A motif computed from a few numbers.

    Attributes
    ----------
    about : About
    parameters : tuple of Parameter
        Lengths in mm.
    draw : callable
        Takes the parameters by key; returns the parts and the customary repeat.
    """

    about: About
    parameters: tuple[Parameter, ...]
    draw: Callable[[dict[str, Value]], Drawn]

    def motif(self, given: dict[str, Value] | None = None) -> Motif:
        """Return the motif with the values given, the rest at their defaults; raises `BatikError` as `complete`."""
        values = complete(self.parameters, given or {})
        parts, repeat = self.draw(values)
        return Motif(self.about, parts, repeat, values)
