"""Say what is wrong with a design, or would go wrong on the cloth."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.batik")
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.base.errors import BatikError
    from batikstudio.design.invariants import problems
    from batikstudio.studio.files import load
    from batikstudio.studio.i18n import Translator
    from batikstudio.studio.messages import message

    found = problems(load(options.file))
    tr = Translator(console.language)
    texts = [message(BatikError(one.code, **one.facts), tr) for one in found]
    if console.as_json:
        console.answer([one.as_dict() | {"message": text} for one, text in zip(found, texts, strict=True)])
    else:
        for one, text in zip(found, texts, strict=True):
            console.print(f"{one.where}: {text}" if one.where else text)
    return 1 if any(one.severity == "fault" for one in found) else 0


COMMAND = Command("check", Words("periksa sebuah desain", "check a design"), _arguments, _run)
