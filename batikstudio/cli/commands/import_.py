"""Read somebody's SVG as a motif, and say what was left out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.svg")
    parser.add_argument("--out", required=True, type=Path, metavar="MOTIF.svg")
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.motifs.svg import motif_from_svg, motif_to_svg
    from batikstudio.studio.files import read_bytes, write_bytes
    from batikstudio.studio.i18n import Translator
    from batikstudio.studio.messages import left_out_message

    imported = motif_from_svg(read_bytes(options.file), options.file.stem)
    motif = imported.motif
    write_bytes(options.out, motif_to_svg(motif))
    x0, y0, x1, y1 = motif.bounds
    if console.as_json:
        console.answer(
            {
                "path": str(options.out),
                "id": motif.about.id,
                "width_mm": round(x1 - x0, 3),
                "height_mm": round(y1 - y0, 3),
                "parts": len(motif.parts),
                "roles": list(motif.roles),
                "left_out": [{"kind": kind, "count": count} for kind, count in imported.left_out],
            }
        )
    else:
        console.print(f"{options.out}  {x1 - x0:.1f} × {y1 - y0:.1f} mm")
        for line in left_out_message(imported.left_out, Translator(console.language)):
            console.print(line)
    return 0


COMMAND = Command("import", Words("jadikan berkas SVG sebuah motif", "read an SVG file as a motif"), _arguments, _run)
