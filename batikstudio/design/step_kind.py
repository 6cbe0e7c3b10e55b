"""The record that a kind of step declares in `design.steps`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from batikstudio.base.parameter import Parameter, Value, complete
from batikstudio.base.words import Words
from batikstudio.design.document import Owner
from batikstudio.design.primitives import Primitive


@dataclass(frozen=True)
class WaxCoat:
    """One coat of wax on an owner: its kind, how many baths it has been through, how far it reaches the back."""

    wax: str
    age: int
    penetration: float
    back: bool


Stacks = Mapping[Owner, tuple[WaxCoat, ...]]
"""The wax that lies on each owner, the oldest coat first; an owner without wax holds an empty tuple."""

Finding = tuple[str, str, dict[str, object]]
"""What a guard says: severity (``fault``, ``warning`` or ``note``), code, facts."""


@dataclass(frozen=True)
class StepKind:
    """A kind of act on the cloth.

    Attributes
    ----------
    id : str
        Its name in files.
    words : Words
    icon : str
    parameters : tuple of Parameter
        What its settings may be.
    effect : callable
        Complete settings to primitives.
    guard : callable
        Complete settings and the wax before the step to what would go wrong on a real cloth.
    """

    id: str
    words: Words
    icon: str
    parameters: tuple[Parameter, ...]
    effect: Callable[[dict[str, Value]], tuple[Primitive, ...]]
    guard: Callable[[dict[str, Value], Stacks], Iterator[Finding]]

    def complete(self, settings: dict[str, Value]) -> dict[str, Value]:
        """Return a checked value for every parameter; raises `BatikError` as `base.parameter.complete`."""
        return complete(self.parameters, settings)


def no_guard(_settings: dict[str, Value], _stacks: Stacks) -> Iterator[Finding]:
    """Find nothing."""
    return iter(())
