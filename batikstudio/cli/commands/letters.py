"""Make a motif of letters: a name, a school, a signature for the seret."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help=r"\n begins a new line")
    parser.add_argument("--font", type=Path, metavar="FONT.ttf")
    parser.add_argument("--height-mm", type=float, default=20.0, metavar="MM")
    parser.add_argument("--style", choices=("filled", "lines", "framed"), default="filled")
    parser.add_argument("--line-mm", type=float, default=0.8, metavar="MM")
    parser.add_argument("--spacing-mm", type=float, default=0.0, metavar="MM")
    parser.add_argument("--align", choices=("left", "centre", "right"), default="centre")
    parser.add_argument("--weight", type=float, metavar="100-900")
    parser.add_argument("--out", required=True, type=Path, metavar="MOTIF.svg")
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.motifs.letters import default_font, letters
    from batikstudio.motifs.svg import EXACT_DIGITS, motif_to_svg
    from batikstudio.studio.files import read_bytes, write_bytes
    from batikstudio.studio.i18n import Translator
    from batikstudio.studio.messages import missing_letters_message

    font = read_bytes(options.font) if options.font else default_font()
    made = letters(
        options.text.replace("\\n", "\n"),
        font,
        options.height_mm,
        options.style,
        options.line_mm,
        options.spacing_mm,
        align=options.align,
        weight=options.weight,
    )
    write_bytes(options.out, motif_to_svg(made.motif, EXACT_DIGITS))
    x0, y0, x1, y1 = made.motif.bounds
    if console.as_json:
        console.answer(
            {
                "path": str(options.out),
                "id": made.motif.about.id,
                "width_mm": round(x1 - x0, 3),
                "height_mm": round(y1 - y0, 3),
                "missing": list(made.missing),
            }
        )
        return 0
    console.print(f"{options.out}  {x1 - x0:.1f} × {y1 - y0:.1f} mm")
    if made.missing:
        console.print(missing_letters_message(made.missing, Translator(console.language)))
    return 0


COMMAND = Command("letters", Words("jadikan tulisan sebuah motif", "make a motif of letters"), _arguments, _run)
