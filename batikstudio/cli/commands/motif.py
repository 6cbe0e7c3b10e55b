"""Write a motif of the catalogue as an SVG in mm, which other programs open and `import` reads back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_settings, pairs
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--out", required=True, type=Path, metavar="MOTIF.svg")
    add_settings(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.base.parameter import parsed
    from batikstudio.motifs.svg import EXACT_DIGITS, motif_to_svg
    from batikstudio.studio.files import write_bytes
    from batikstudio.studio.library import shelve

    known = shelve()
    values = parsed(known.parameters(options.id), pairs(options.settings))
    motif = known.motif(options.id, values)
    write_bytes(options.out, motif_to_svg(motif, EXACT_DIGITS))
    x0, y0, x1, y1 = motif.bounds
    console.print(f"{options.out}  {x1 - x0:.1f} × {y1 - y0:.1f} mm")
    return 0


COMMAND = Command("motif", Words("tulis sebuah motif sebagai SVG", "write a motif as an SVG"), _arguments, _run)
