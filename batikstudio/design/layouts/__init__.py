"""The layouts of a cloth: one module each, found by `layouts`."""

from __future__ import annotations

import sys
from functools import cache

from batikstudio.base.errors import BatikError
from batikstudio.base.registry import declared
from batikstudio.design.layout_kind import Layout


@cache
def layouts() -> dict[str, Layout]:
    """Return every layout by its id."""
    return {one.id: one for one in declared(sys.modules[__name__], "LAYOUT", Layout).values()}


def layout(layout_id: str) -> Layout:
    """Return a layout; raises `BatikError` ``layout.unknown``."""
    try:
        return layouts()[layout_id]
    except KeyError:
        raise BatikError("layout.unknown", layout=layout_id, known=list(layouts())) from None
