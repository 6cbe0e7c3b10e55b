"""Measure this machine."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    add_json(parser)


def _run(_options: Namespace, console: Console) -> int:
    from batikstudio.studio.bench import measure

    found = []
    for figure in measure(console.progress()):
        found.append(figure)
        bar = f"  ({figure.bar:g} {figure.unit})" if figure.bar is not None else ""
        console.print(f"{figure.words[console.language]}: {figure.value:.2f} {figure.unit}{bar}")
    if console.as_json:
        console.answer([figure.as_dict() for figure in found])
    return 0


COMMAND = Command("bench", Words("ukur kecepatan di komputer ini", "measure this machine"), _arguments, _run)
