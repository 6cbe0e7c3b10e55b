"""Edit a design without a window, and save it as safely as the studio does."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, pairs
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.batik")
    parser.add_argument("settings", nargs="+", metavar="KEY=VALUE")


def _run(options: Namespace, _console: Console) -> int:
    from batikstudio.design.settings import apply
    from batikstudio.studio.files import load, save

    design = load(options.file)
    for key, text in pairs(options.settings).items():
        design = apply(design, key, text)
    save(design, options.file)
    return 0


COMMAND = Command("set", Words("ubah desain tanpa jendela", "edit a design without a window"), _arguments, _run)
