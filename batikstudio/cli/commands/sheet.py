"""Print drawing sheets for a class, each with a name, and the list that tells them apart again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--names", required=True, type=Path, metavar="CLASS.txt", help="one name on each line")
    parser.add_argument("--exercise", required=True, metavar="TEXT")
    parser.add_argument("--paper", default="A4", metavar="A4|F4|A3")
    parser.add_argument(
        "--out", required=True, type=Path, metavar="SHEETS.pdf", help="the list goes beside it as .json"
    )
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.studio.files import read_bytes
    from batikstudio.studio.sheets import list_beside, names_in, print_sheets

    names = names_in(read_bytes(options.names))
    found = print_sheets(names, options.exercise, options.paper, console.language, options.out)
    beside = list_beside(options.out)
    if console.as_json:
        console.answer(
            {
                "path": str(options.out),
                "list": str(beside),
                "paper": found.paper,
                "sheets": [{"id": one.id, "number": one.number, "name": one.name} for one in found.sheets],
            }
        )
    console.print(f"{options.out}  {len(found.sheets)} × {found.paper}")
    console.print(str(beside))
    return 0


COMMAND = Command(
    "sheet", Words("cetak lembar gambar untuk satu kelas", "print drawing sheets for a class"), _arguments, _run
)
"""Its sheets are read again by ``read-sheets``."""
