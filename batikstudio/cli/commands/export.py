"""Write a print file and say exactly what it holds."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json, add_settings, pairs
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.batik")
    parser.add_argument("--format", required=True, metavar="ID")
    parser.add_argument("--out", required=True, type=Path, metavar="PATH")
    parser.add_argument("--dpi", type=str)
    add_settings(parser)
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.studio.exporting import export_design, parse_settings
    from batikstudio.studio.files import load

    texts = pairs(options.settings) | ({"dpi": options.dpi} if options.dpi is not None else {})
    settings = parse_settings(options.format, texts)
    receipt = export_design(load(options.file), options.format, options.out, settings, console.progress())
    found = receipt.as_dict()
    if console.as_json:
        console.answer(found)
    else:
        console.table([(key, str(value)) for key, value in found.items()])
    return 0


COMMAND = Command("export", Words("tulis berkas cetak", "write a print file"), _arguments, _run)
