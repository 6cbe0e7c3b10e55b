"""List the layouts of a cloth, with their measures."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.cli.listing import Entry, listing


def _entries() -> list[Entry]:
    from batikstudio.base.parameter import complete
    from batikstudio.design.layouts import layouts

    return [
        {
            "id": one.id,
            "name": one.words.as_dict(),
            "about": one.about.as_dict(),
            "source": one.source,
            "estimate": one.estimate,
            "length_mm": one.length_mm,
            "width_mm": one.width_mm,
            "kacu": round(one.kacu, 2),
            "tube": one.tube,
            "parameters": [parameter.as_dict() for parameter in one.parameters],
            "fields": [
                {"id": panel.id, "name": panel.words.as_dict(), "kind": panel.kind}
                for panel in one.panels(one.length_mm, one.width_mm, complete(one.parameters, {}))
            ],
        }
        for one in layouts().values()
    ]


def _size(entry: Entry) -> tuple[str, ...]:
    return f"{entry['length_mm']:g} × {entry['width_mm']:g} mm", f"{entry['kacu']:g} kacu"


COMMAND = listing("layouts", Words("daftar denah kain", "list the layouts of a cloth"), _entries, _size)
