"""Write items of a design as an SVG in mm, in the colours of their slots."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.batik")
    parser.add_argument("--item", action="append", default=[], metavar="ID", dest="items")
    parser.add_argument("--out", required=True, type=Path, metavar="DRAWING.svg")


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.studio.drawings import selection_svg
    from batikstudio.studio.files import load, write_bytes

    write_bytes(options.out, selection_svg(load(options.file), options.items))
    console.print(str(options.out))
    return 0


COMMAND = Command("svg", Words("tulis isi desain sebagai SVG", "write what a design holds as an SVG"), _arguments, _run)
