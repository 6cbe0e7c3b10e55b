"""Name the symmetry of a design, or of a picture whose lattice is given, and tell where it is broken."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console
from batikstudio.studio.i18n import N_, Translator

_FOUND = N_("Symmetry: {name}. {plain}")
_BASIS = N_("Smallest repeat: {first} and {second} {unit}")
_SOUND = N_("It is the same everywhere.")
_BROKEN = N_("Broken at {x}, {y} {unit}, about {across} {unit} across.")
_NEARLY = N_("Without what is broken it would be {name}: {plain}")


def _four(text: str) -> tuple[float, float, float, float]:
    try:
        a, b, c, d = (float(part) for part in text.split(","))
    except ValueError:
        raise ArgumentTypeError(f"four numbers with commas, not {text!r}") from None
    return a, b, c, d


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--rect", type=_four, metavar="X,Y,W,H", help="where to look on a design's cloth, mm")
    parser.add_argument("--basis", type=_four, metavar="X1,Y1,X2,Y2", help="the lattice of a picture, px")
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.studio.files import load
    from batikstudio.studio.symmetry import symmetry_of_design, symmetry_of_picture

    if options.basis is not None:
        x1, y1, x2, y2 = options.basis
        found = symmetry_of_picture(options.file, ((x1, y1), (x2, y2)))
    else:
        found = symmetry_of_design(load(options.file), options.rect)
    if console.as_json:
        console.answer(found)
    else:
        _tell(found, console, Translator(console.language))
    return 0


def _tell(found: dict[str, Any], console: Console, tr: Translator) -> None:
    unit = found["unit"]
    plain, meant = (found[key][console.language] for key in ("plain", "nearly_plain"))
    console.print(tr(_FOUND).format(name=found["group"], plain=plain))
    lengths = [tr.number((x * x + y * y) ** 0.5, 1) for x, y in found["basis"]]
    if len(lengths) == 2:
        console.print(tr(_BASIS).format(first=lengths[0], second=lengths[1], unit=unit))
    if not found["broken"]:
        console.print(tr(_SOUND))
    for spot in found["broken"]:
        x, y = (tr.number(value, 1) for value in spot["at"])
        console.print(tr(_BROKEN).format(x=x, y=y, across=tr.number(spot.get("across", 0.0), 1), unit=unit))
    if found["nearly"] != found["group"]:
        console.print(tr(_NEARLY).format(name=found["nearly"], plain=meant))


COMMAND = Command(
    "symmetry",
    Words("sebut simetri sebuah desain atau gambar", "name the symmetry of a design or a picture"),
    _arguments,
    _run,
)
