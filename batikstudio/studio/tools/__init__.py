"""The tools: one module each, found by `tools`."""

from __future__ import annotations

import sys
from functools import cache

from batikstudio.base.registry import declared
from batikstudio.studio.tool import Tool


@cache
def tools() -> dict[str, Tool]:
    """Return every tool by its id, in the order in which they stand in the bar."""
    found = declared(sys.modules[__name__], "TOOL", Tool).values()
    return {tool.id: tool for tool in sorted(found, key=lambda one: one.order)}
