"""Twelve sisters of a design, each a file of its own, with a sheet of them as dyed cloth."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.batik")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR")
    parser.add_argument("--round", type=int, default=1, metavar="N", help="another number gives others")
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.design.siblings import siblings
    from batikstudio.studio import files
    from batikstudio.studio.i18n import Translator
    from batikstudio.studio.siblings import label

    design = files.load(options.file)
    found = siblings(design, options.round)
    options.out.mkdir(parents=True, exist_ok=True)
    told = []
    for number, one in enumerate(found, 1):
        path = options.out / f"{options.file.stem}-{options.round}-{number:02}.batik"
        files.save(one.design, path)
        told.append({"path": str(path), "changes": label(one, Translator(console.language))})
    if options.json:
        console.answer(told)
    console.table([(one["path"], one["changes"]) for one in told])
    return 0


COMMAND = Command(
    "siblings", Words("dua belas saudara sebuah desain", "twelve variations of a design"), _arguments, _run
)
