"""List the file formats, each with every key that ``--set`` takes."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.cli.listing import Entry, listing


def _entries() -> list[Entry]:
    from batikstudio.export.base import formats
    from batikstudio.export.cloth_source import SOURCE_PARAMETERS

    common = [parameter.as_dict() for parameter in SOURCE_PARAMETERS]
    return [
        one.as_dict() | {"parameters": common + [parameter.as_dict() for parameter in one.parameters]}
        for one in formats().values()
    ]


COMMAND = listing("formats", Words("daftar format berkas", "list the file formats"), _entries)
