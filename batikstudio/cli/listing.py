"""Commands that list what there is: an array of objects as JSON, a table otherwise."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console

Entry = dict[str, object]


def listing(
    name: str, about: Words, entries: Callable[[], list[Entry]], more: Callable[[Entry], tuple[str, ...]] = lambda _: ()
) -> Command:
    """Return a command that lists ``entries``, each with at least ``id`` and ``name``; a table has ``more`` cells."""

    def run(_options: Namespace, console: Console) -> int:
        found = entries()
        if console.as_json:
            console.answer(found)
        else:
            console.table([(str(one["id"]), _text(one["name"], console), *more(one)) for one in found])
        return 0

    return Command(name, about, add_json, run)


def _text(name: object, console: Console) -> str:
    return str(name[console.language]) if isinstance(name, dict) else str(name)
