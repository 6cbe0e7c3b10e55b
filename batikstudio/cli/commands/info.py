"""Tell everything about a design."""

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
    from batikstudio.studio.describe import describe
    from batikstudio.studio.files import load

    found = describe(load(options.file))
    if console.as_json:
        console.answer(found)
        return 0
    cloth, repeat = found["cloth"], found["repeat"]
    console.print(str(found["title"]))
    size = f"{cloth['length_mm']:g} × {cloth['width_mm']:g} mm ({cloth['kacu']:g} kacu)"
    console.print(f"{size}, mori {cloth['fabric']}")
    console.print(f"{repeat['name']}, {repeat['width_mm']:g} × {repeat['height_mm']:g} mm, {repeat['group']}")
    console.table([(one["id"], one["name"][console.language], one["srgb"]) for one in found["slots"]])
    console.table([(str(one["number"]), one["id"], one["name"][console.language]) for one in found["steps"]])
    return 0


COMMAND = Command("info", Words("keterangan sebuah desain", "tell about a design"), _arguments, _run)
