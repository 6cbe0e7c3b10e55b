"""List the fillers with what is known of them."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.cli.listing import Entry, listing


def _entries() -> list[Entry]:
    from batikstudio.motifs.filler import isens

    return [
        {
            "id": one.id,
            "name": one.name.as_dict(),
            "meaning": one.meaning.as_dict(),
            "source": one.source,
            "uncertain": one.uncertain,
            "suits": sorted(one.suits),
            "parameters": [parameter.as_dict() for parameter in one.parameters],
        }
        for one in isens().values()
    ]


COMMAND = listing("isen", Words("daftar isen-isen", "list the fillers (isen)"), _entries)
