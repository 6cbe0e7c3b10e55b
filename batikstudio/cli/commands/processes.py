"""List the processes that workshops know."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.cli.listing import Entry, listing


def _entries() -> list[Entry]:
    from batikstudio.design.workshop import processes

    return [
        {
            "id": one.id,
            "name": one.name.as_dict(),
            "about": one.about.as_dict(),
            "source": one.source,
            "slots": [{"id": slot.id, "name": slot.name.as_dict(), "rank": slot.rank} for slot in one.slots],
            "steps": [
                {"id": step.id, "name": step.name.as_dict(), "kind": step.kind, "settings": step.settings}
                for step in one.steps
            ],
        }
        for one in processes().values()
    ]


COMMAND = listing("processes", Words("daftar proses", "list the processes"), _entries)
