"""Find the repeat in a picture of a cloth, and cut one square-on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="PICTURE")
    parser.add_argument("--out", required=True, type=Path, metavar="CELL.png")
    parser.add_argument("--one-copy", action="store_true", help="cut the middle one instead of averaging all copies")
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.motifs.tracing.lattice import cut_cell, find_lattice
    from batikstudio.motifs.tracing.picture import MOST_BYTES, read_picture
    from batikstudio.studio.files import read_bytes, write_bytes
    from batikstudio.studio.photos import png_of

    picture = read_picture(read_bytes(options.file, MOST_BYTES))
    lattice = find_lattice(picture.grey)
    cell = cut_cell(picture.rgb, lattice, averaged=not options.one_copy)
    write_bytes(options.out, png_of(cell.rgb))
    height, width = cell.rgb.shape[:2]
    if console.as_json:
        console.answer(
            {
                "path": str(options.out),
                "name": cell.name,
                "width_px": width,
                "height_px": height,
                "basis_px": cell.basis.T.round(2).tolist(),
                "picture_basis_px": (lattice.basis.T * picture.reduced).round(2).tolist(),
                "turn_deg": round(lattice.turn_deg, 2),
                "likeness": round(lattice.likeness, 3),
                "copies": cell.copies,
            }
        )
    console.print(f"{options.out}  {width} × {height} px  {cell.name}  {cell.copies} ×")
    return 0


COMMAND = Command(
    "find-repeat", Words("temukan raport pada foto kain", "find the repeat in a picture of a cloth"), _arguments, _run
)
"""``basis_px`` are the two vectors of the lattice in the cell, ``picture_basis_px`` in the picture."""
