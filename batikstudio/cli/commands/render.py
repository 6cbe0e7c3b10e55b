"""Render a view of the cloth to a PNG file."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command
from batikstudio.cli.console import Console

DEFAULT_DPI = 60.0


def _rect(text: str) -> tuple[float, float, float, float]:
    try:
        x, y, width, height = (float(part) for part in text.split(","))
    except ValueError:
        raise ArgumentTypeError(f"X,Y,W,H in mm, not {text!r}") from None
    return x, y, width, height


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.batik")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.png")
    parser.add_argument("--view", choices=("pola", "wax", "cloth", "flat"), default="cloth")
    parser.add_argument("--after", metavar="STEP", help="a step's id or its number; 0 is the bare cloth")
    parser.add_argument("--dpi", type=float, default=DEFAULT_DPI)
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--rect", type=_rect, metavar="X,Y,W,H", help="in mm")
    part.add_argument("--repeat", action="store_true", help="exactly one repeat, which wraps")


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.studio.files import load
    from batikstudio.studio.views import step_number, write_view

    design = load(options.file)
    write_view(
        design,
        options.out,
        view=options.view,
        after=step_number(design, options.after),
        dpi=options.dpi,
        rect_mm=options.rect,
        one_repeat=options.repeat,
        progress=console.progress(),
    )
    console.print(str(options.out))
    return 0


COMMAND = Command("render", Words("gambar kain menjadi berkas PNG", "render the cloth to a PNG file"), _arguments, _run)
