"""A design as JSON: the same bytes for the same design, and nothing is believed that has not been checked."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import msgspec
import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.design.curves import is_whole
from batikstudio.design.document import AreaItem, Design, StrokeItem
from batikstudio.pattern.groups import lattice_types
from batikstudio.pattern.lattice import area_mm2

FORMAT_VERSION = 1

MOST_DEPTH = 64
MOST_ITEMS = 100_000
LARGEST_MM = 1e6
LARGEST_WHOLE = 2**63 - 1
SMALLEST_CELL_MM2 = 20.0
"""Less than any edit makes; a cell as small as a stranger likes would lay copies without end."""
LONGEST_WHERE = 120
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def encode(design: Design) -> bytes:
    """Return the design without its assets as JSON: keys sorted, UTF-8, finite numbers only.

    Raises
    ------
    BatikError
        ``design.number_out_of_range`` if a number is not finite or beyond ±1e6, a whole one beyond 63 bits;
        ``design.not_valid`` if a text cannot be written as UTF-8.
    """
    plain = msgspec.to_builtins(msgspec.structs.replace(design, assets={}))
    _check_numbers(plain)
    try:
        # A whole number where the document has a real one is equal to it, but written otherwise.
        plain = msgspec.to_builtins(msgspec.convert(plain, Design))
        del plain["assets"]
        return msgspec.json.format(msgspec.json.encode(plain, order="sorted"), indent=1)
    except (msgspec.MsgspecError, UnicodeEncodeError) as error:  # no edit makes such; half of a surrogate pair
        raise BatikError("design.not_valid", where=str(error)[:LONGEST_WHERE]) from error


def decode(data: bytes, assets: dict[str, bytes]) -> Design:
    """Read what `encode` wrote, from a stranger's file too.

    Raises
    ------
    BatikError
        ``design.too_deep``, ``design.not_valid`` (with ``where``), ``design.number_out_of_range`` or
        ``design.too_many_items``.
    """
    if _depth(data) > MOST_DEPTH:
        raise BatikError("design.too_deep", limit=MOST_DEPTH)
    try:
        # Typed at once: what the program does not know is never built, however much of it there is.
        design = msgspec.json.decode(data, type=Design)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise BatikError("design.not_valid", where=str(error)[:LONGEST_WHERE]) from error
    design = msgspec.structs.replace(design, assets={})
    if sum(1 for field in design.fields for _ in field.items()) > MOST_ITEMS:
        raise BatikError("design.too_many_items", limit=MOST_ITEMS)
    _check_numbers(msgspec.to_builtins(design))
    for item in (item for field in design.fields for item in field.items()):
        curve = item.spine if isinstance(item, StrokeItem) else item.outline if isinstance(item, AreaItem) else None
        if curve is not None and not is_whole(curve):
            raise BatikError("design.not_valid", where=f"$.fields[...].items[{item.id[:40]}]")
    for index, field in enumerate(design.fields):
        basis = field.repeat.basis
        if area_mm2(basis) < SMALLEST_CELL_MM2 or not lattice_types(basis):
            raise BatikError("design.not_valid", where=f"$.fields[{index}].repeat.basis")
    return msgspec.structs.replace(design, assets=assets)


def _depth(data: bytes) -> int:
    """Return how deep brackets are nested outside strings, without recursion."""
    brackets = np.frombuffer(_STRING.sub(b"", data).translate(None, _NO_BRACKETS), np.uint8)
    opens = (brackets == ord("[")) | (brackets == ord("{"))
    return int(np.where(opens, np.int8(1), np.int8(-1)).cumsum(dtype=np.int32).max(initial=0))


def _check_numbers(plain: object) -> None:
    for where, value in _leaves(plain, "$"):
        if isinstance(value, float) and not (math.isfinite(value) and abs(value) <= LARGEST_MM):
            raise BatikError("design.number_out_of_range", where=where[:LONGEST_WHERE], limit=LARGEST_MM)
        if isinstance(value, int) and abs(value) > LARGEST_WHOLE:
            raise BatikError("design.number_out_of_range", where=where[:LONGEST_WHERE], limit=LARGEST_WHOLE)


def _leaves(plain: object, where: str) -> Iterator[tuple[str, object]]:
    waiting: list[tuple[str, object]] = [(where, plain)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{path}.{key}", one) for key, one in value.items()]
        elif isinstance(value, list | tuple):
            waiting += [(f"{path}[{index}]", one) for index, one in enumerate(value)]
        else:
            yield path, value
