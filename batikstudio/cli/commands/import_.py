"""Read somebody's SVG, or a photograph of a drawing, as a motif, and say what was left out."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console

if TYPE_CHECKING:
    from batikstudio.motifs.motif import Motif
    from batikstudio.studio.photos import Corners

Box = tuple[float, float, float, float]

_SCALES = {
    "sheet": Words("ukuran dari lembar gambar", "size from the drawing sheet"),
    "corners": Words("ukuran dari sudut kertas yang diberikan", "size from the corners that were given"),
    "page": Words("ukuran dari tepi kertas", "size from the edges of the paper"),
    "scanner": Words("ukuran dari pemindai", "size from the scanner"),
    "width": Words("lebar sesuai permintaan", "width as asked for"),
    "guess": Words("ukuran dikira-kira: beri --width-mm", "the size is a guess: give the width with --width-mm"),
}


def _corners(text: str) -> Corners:
    try:
        values = [float(part) for part in text.replace(";", " ").replace(",", " ").split()]
    except ValueError:
        values = []
    if len(values) != 8:
        raise ArgumentTypeError(f"X,Y X,Y X,Y X,Y in pixels, from the top left clockwise, not {text!r}")
    return cast("Corners", tuple(zip(values[::2], values[1::2], strict=True)))


def _length(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.1 <= value <= 10_000:
        raise ArgumentTypeError(f"a length in mm from 0.1 to 10000, not {text!r}")
    return value


def _bias(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 2.0
    if not -1 <= value <= 1:
        raise ArgumentTypeError(f"a number from -1 to 1, not {text!r}")
    return value


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="an SVG, or a photograph or scan: JPEG, PNG, TIFF, WebP"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="MOTIF.svg")
    photo = parser.add_argument_group("of a photograph or a scan")
    photo.add_argument("--mode", choices=("auto", "lines", "areas"), default="auto")
    photo.add_argument("--width-mm", type=_length, metavar="W", help="how wide the motif shall be; else its true size")
    photo.add_argument("--line-mm", type=_length, metavar="W", help="width of every line; else the pencil's")
    photo.add_argument("--faint", type=_bias, default=0.0, metavar="B", help="-1 only the darkest, 1 faint lines, too")
    photo.add_argument("--corners", type=_corners, metavar="X,Y X,Y X,Y X,Y", help="of the sheet, in pixels")
    photo.add_argument("--paper", default="A4", metavar="A4|F4|A3", help="the sheet whose corners or edges are seen")
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.motifs.tracing.picture import MOST_BYTES
    from batikstudio.studio.files import LARGEST_BYTES, read_bytes
    from batikstudio.studio.photos import PICTURE_SUFFIXES, is_picture

    likely = options.file.suffix.lower() in PICTURE_SUFFIXES
    data = read_bytes(options.file, MOST_BYTES if likely else LARGEST_BYTES)
    return _photo(data, options, console) if is_picture(data, options.file) else _svg(data, options, console)


def _svg(data: bytes, options: Namespace, console: Console) -> int:
    from batikstudio.motifs.svg import motif_from_svg
    from batikstudio.studio.i18n import Translator
    from batikstudio.studio.messages import left_out_message

    imported = motif_from_svg(data, options.file.stem)
    left_out: list[dict[str, object]] = [{"kind": kind, "count": count} for kind, count in imported.left_out]
    _written(imported.motif, imported.motif.bounds, options, console, {"left_out": left_out})
    for line in left_out_message(imported.left_out, Translator(console.language)):
        console.print(line)
    return 0


def _photo(data: bytes, options: Namespace, console: Console) -> int:
    from batikstudio.motifs.tracing.tracing import drawn_box
    from batikstudio.studio.photos import TraceSettings, motif_from_photo

    settings = TraceSettings(
        options.mode, options.faint, options.width_mm, options.line_mm, options.corners, options.paper
    )
    found = motif_from_photo(data, options.file.stem, settings, console.progress())
    kinds = [part.kind for part in found.motif.parts]
    facts: dict[str, object] = {
        "scale_from": found.drawing.scale_from,
        "px_per_mm": round(found.drawing.px_per_mm, 3),
        "sheet_id": found.drawing.sheet_id,
        "kinds": {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
    }
    _written(found.motif, drawn_box(found.motif.parts), options, console, facts)
    console.print(_SCALES[found.drawing.scale_from][console.language])
    return 0


def _written(motif: Motif, box: Box, options: Namespace, console: Console, more: dict[str, object]) -> None:
    from batikstudio.motifs.svg import motif_to_svg
    from batikstudio.studio.files import write_bytes

    write_bytes(options.out, motif_to_svg(motif))
    x0, y0, x1, y1 = box
    if console.as_json:
        console.answer(
            {
                "path": str(options.out),
                "id": motif.about.id,
                "width_mm": round(x1 - x0, 3),
                "height_mm": round(y1 - y0, 3),
                "parts": len(motif.parts),
                "roles": list(motif.roles),
                **more,
            }
        )
    console.print(f"{options.out}  {x1 - x0:.1f} × {y1 - y0:.1f} mm")


COMMAND = Command(
    "import",
    Words(
        "jadikan berkas SVG atau foto gambar sebuah motif", "read an SVG file or a photograph of a drawing as a motif"
    ),
    _arguments,
    _run,
)
