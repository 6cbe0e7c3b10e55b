"""The kinds of step: one module each, found by `step_kinds`."""

from __future__ import annotations

import sys
from functools import cache

from batikstudio.base.registry import declared
from batikstudio.design.step_kind import StepKind


@cache
def step_kinds() -> dict[str, StepKind]:
    """Return every kind of step by its id."""
    return {kind.id: kind for kind in declared(sys.modules[__name__], "STEP", StepKind).values()}
