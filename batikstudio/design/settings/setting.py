"""A value of a design that can be set by a key and a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from batikstudio.base.parameter import Parameter, Value
from batikstudio.design.document import Design


@dataclass(frozen=True)
class Setting:
    """A key with its parameter, whose default is the design's present value, and the edit behind it."""

    parameter: Parameter
    change: Callable[[Design, Value], Design]

    @property
    def key(self) -> str:
        """The key as it is written before the equals sign."""
        return self.parameter.key


def named(setting: Setting, key: str) -> Setting:
    """Return a setting under another key."""
    return Setting(replace(setting.parameter, key=key), setting.change)
