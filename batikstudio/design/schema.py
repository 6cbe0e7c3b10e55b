"""A design as JSON: the same bytes for the same design, and nothing is believed that has not been checked."""

from __future__ import annotations

import math
from collections.abc import Iterator

import msgspec

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design

FORMAT_VERSION = 1

MOST_DEPTH = 64
MOST_ITEMS = 100_000
LARGEST_MM = 1e6


def encode(design: Design) -> bytes:
    """Return the design without its assets as JSON: keys sorted, UTF-8, finite numbers only.

    Raises
    ------
    BatikError
        ``design.number_out_of_range`` if a number is not finite or beyond ±1e6.
    """
    plain = msgspec.to_builtins(msgspec.structs.replace(design, assets={}))
    del plain["assets"]
    _check_numbers(plain)
    return msgspec.json.format(msgspec.json.encode(plain, order="sorted"), indent=1)


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
        plain = msgspec.json.decode(data)
        _check_numbers(plain)
        design = msgspec.convert(plain, Design)
    except (msgspec.ValidationError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise BatikError("design.not_valid", where=str(error)) from error
    if not design.fields or not design.colourways or not design.slots:
        raise BatikError("design.not_valid", where="$: no field, slot or colourway")
    if sum(1 for field in design.fields for _ in field.items()) > MOST_ITEMS:
        raise BatikError("design.too_many_items", limit=MOST_ITEMS)
    return msgspec.structs.replace(design, assets=assets)


def _depth(data: bytes) -> int:
    """Return how deep brackets are nested outside strings, without recursion."""
    depth = deepest = 0
    in_string = escaped = False
    for byte in data:
        if in_string:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                in_string = False
        elif byte == 0x22:
            in_string = True
        elif byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
    return deepest


def _check_numbers(plain: object) -> None:
    for where, value in _leaves(plain, "$"):
        if isinstance(value, float | int) and not isinstance(value, bool):
            limit = 2**63 if isinstance(value, int) else LARGEST_MM
            if not math.isfinite(value) or abs(value) > limit:
                raise BatikError("design.number_out_of_range", where=where, limit=limit)


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
