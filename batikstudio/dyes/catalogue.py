"""The dyes and cloths that come with the program: one TOML file each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from batikstudio.base.errors import BatikError
from batikstudio.base.resources import asset_files
from batikstudio.base.words import Words
from batikstudio.dyes.dye import Dye
from batikstudio.dyes.fabric import Fabric, OffWhite


@cache
def dyes() -> dict[str, Dye]:
    """Return every dye by its id, in the order of the ids."""
    found = {}
    for dye_id, data in _records("dyes"):
        words = {"name": Words(**data["name"]), "note": Words(**data["note"])}
        found[dye_id] = Dye(**(data | words | {"id": dye_id, "ks36": tuple(data["ks36"])}))
    return found


@cache
def fabrics() -> dict[str, Fabric]:
    """Return every cloth by its id, in the order of the ids."""
    found = {}
    for fabric_id, data in _records("fabrics"):
        words = {"name": Words(**data["name"]), "note": Words(**data["note"])}
        reflectance = OffWhite(**data["reflectance"])
        found[fabric_id] = Fabric(**(data | words | {"id": fabric_id, "reflectance": reflectance}))
    return found


def dye(dye_id: str) -> Dye:
    """Return a dye; raises `BatikError` ``dye.unknown``."""
    try:
        return dyes()[dye_id]
    except KeyError:
        raise BatikError("dye.unknown", dye=dye_id, known=list(dyes())) from None


def fabric(fabric_id: str) -> Fabric:
    """Return a cloth; raises `BatikError` ``fabric.unknown``."""
    try:
        return fabrics()[fabric_id]
    except KeyError:
        raise BatikError("fabric.unknown", fabric=fabric_id, known=list(fabrics())) from None


def _records(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in asset_files(folder, ".toml"):
        yield file.name.removesuffix(".toml"), tomllib.loads(file.read_text(encoding="utf-8"))
