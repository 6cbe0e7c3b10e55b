"""Make a design of a template or of one motif."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_settings, pairs
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--template", metavar="ID")
    source.add_argument("--motif", metavar="ID")
    add_settings(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.batik")


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.design.templates import USUAL_HAND, from_motif, from_template
    from batikstudio.studio.files import save
    from batikstudio.studio.library import shelve

    shelve()
    settings = pairs(options.settings)
    if options.template:
        design = from_template(options.template, settings, USUAL_HAND)
    else:
        design = from_motif(options.motif, settings, USUAL_HAND)
    save(design, options.out)
    console.print(str(options.out))
    return 0


COMMAND = Command("new", Words("buat desain baru", "make a design"), _arguments, _run)
