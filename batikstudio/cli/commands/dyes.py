"""List the dyes with the evidence for their colours."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.cli.listing import Entry, listing


def _entries() -> list[Entry]:
    from batikstudio.colour.spaces import hex_of_linear_srgb
    from batikstudio.dyes.catalogue import dyes, fabric
    from batikstudio.dyes.dye import EVIDENCE, KINDS
    from batikstudio.dyes.swatch import swatch, swatch_lab

    mori = fabric("prima")
    return [
        {
            "id": one.id,
            "name": one.name.as_dict(),
            "kind": one.kind,
            "kind_name": KINDS[one.kind].as_dict(),
            "evidence": one.evidence,
            "evidence_name": EVIDENCE[one.evidence].as_dict(),
            "note": one.note.as_dict(),
            "source": one.source,
            "usual_dips": one.usual_dips,
            "srgb": hex_of_linear_srgb(swatch(mori, {one.id: 1.0})),
            "lab": [round(float(value), 2) for value in swatch_lab(mori, {one.id: 1.0})],
        }
        for one in dyes().values()
    ]


COMMAND = listing("dyes", Words("daftar pewarna", "list the dyes"), _entries)
