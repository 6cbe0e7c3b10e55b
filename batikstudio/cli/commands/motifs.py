"""List the motifs with what is known of them."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.cli.listing import Entry, listing


def _entries() -> list[Entry]:
    from batikstudio.studio.library import shelve

    known = shelve()
    return [
        {
            "id": one.id,
            "name": one.name.as_dict(),
            "family": one.family,
            "region": one.region.as_dict(),
            "meaning": one.meaning.as_dict(),
            "source": one.source,
            "uncertain": one.uncertain,
            "larangan": one.larangan.as_dict() if one.larangan else None,
            "parameters": [parameter.as_dict() for parameter in known.parameters(one.id)],
        }
        for one in known.entries()
    ]


COMMAND = listing("motifs", Words("daftar motif", "list the motifs"), _entries)
