"""The processes that workshops know, as data: slots with ranks, and steps over them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from batikstudio.base.errors import BatikError
from batikstudio.base.resources import asset_files
from batikstudio.base.words import Words
from batikstudio.design.document import Colourway, Slot, Step

_NEAREST: dict[str, tuple[str, ...]] = {
    "kept": ("keep1", "line", "ground"),
    "line": ("kept", "ground"),
    "detail": ("line", "ground"),
    "keep1": ("keep2", "line", "ground"),
    "keep2": ("keep1", "line", "ground"),
    "keep3": ("keep2", "keep1", "ground"),
    "ground": ("keep1", "kept"),
}
"""Which ranks stand in, best first, where a process has no slot of a rank."""


@dataclass(frozen=True)
class Process:
    """An order of work that a workshop would recognise by its name."""

    id: str
    name: Words
    about: Words
    source: str
    slots: tuple[Slot, ...]
    steps: tuple[Step, ...]

    def colourway(self, colourway_id: str) -> Colourway:
        """Return the process as a colourway of a design that has the process's own slots."""
        return Colourway(id=colourway_id, name=self.name, process=self.id, steps=self.steps)


@cache
def processes() -> dict[str, Process]:
    """Return every process by its id, in the order of the ids."""
    found = {}
    for file in asset_files("processes", ".toml"):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        process = Process(
            id=file.name.removesuffix(".toml"),
            name=Words(**data["name"]),
            about=Words(**data["about"]),
            source=data["source"],
            slots=tuple(Slot(id=one["id"], name=Words(**one["name"]), rank=one["rank"]) for one in data["slots"]),
            steps=tuple(
                Step(id=one["id"], kind=one["kind"], name=Words(**one["name"]), settings=one.get("settings", {}))
                for one in data["steps"]
            ),
        )
        found[process.id] = process
    return found


def process(process_id: str) -> Process:
    """Return a process; raises `BatikError` ``process.unknown``."""
    try:
        return processes()[process_id]
    except KeyError:
        raise BatikError("process.unknown", process=process_id, known=sorted(processes())) from None


def slot_of_rank(slots: tuple[Slot, ...], rank: str) -> Slot:
    """Return the slot of a rank, or the one that stands in for it; the last slot where nothing fits."""
    by_rank = {slot.rank: slot for slot in slots}
    for one in (rank, *_NEAREST.get(rank, ())):
        if one in by_rank:
            return by_rank[one]
    return slots[-1]
