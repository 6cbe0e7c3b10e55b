"""List the templates, each with every key that ``--set`` takes."""

from __future__ import annotations

from batikstudio.base.words import Words
from batikstudio.cli.listing import Entry, listing


def _entries() -> list[Entry]:
    from batikstudio.design.settings import settings_of
    from batikstudio.design.templates import from_template, templates

    return [
        {
            "id": one.id,
            "name": one.name.as_dict(),
            "about": one.about.as_dict(),
            "settings": [setting.parameter.as_dict() for setting in settings_of(from_template(one.id)).values()],
        }
        for one in templates().values()
    ]


COMMAND = listing("templates", Words("daftar templat", "list the templates"), _entries)
