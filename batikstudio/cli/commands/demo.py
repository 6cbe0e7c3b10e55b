"""Do the whole job on a sample design."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", required=True, type=Path, metavar="DIR")


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.studio.demo import demonstrate

    for path in demonstrate(options.out):
        console.print(str(path))
    return 0


COMMAND = Command(
    "demo",
    Words("seluruh pekerjaan pada desain contoh", "the whole job on a sample design"),
    _arguments,
    _run,
)
