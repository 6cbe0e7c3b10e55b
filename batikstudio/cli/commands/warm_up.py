"""Compile the kernels once, when the environment is made."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace

from batikstudio.base.words import Words
from batikstudio.cli.command import Command
from batikstudio.cli.console import Console


def _arguments(_parser: ArgumentParser) -> None:
    """Take none."""


def _run(_options: Namespace, console: Console) -> int:
    start = time.process_time()
    from batikstudio.cloth.kernels import warm_up

    warm_up()
    console.print(f"{time.process_time() - start:.1f} s CPU")
    return 0


COMMAND = Command("warm-up", Words("siapkan penghitung", "compile the kernels"), _arguments, _run, hidden=True)
