"""The record that a subcommand declares in `cli.commands`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.cli.console import Console


@dataclass(frozen=True)
class Command:
    """One subcommand.

    Attributes
    ----------
    name : str
    about : Words
        One line of help.
    arguments : callable
        Adds its arguments to a parser.
    run : callable
        Does the work and returns the exit status.
    hidden : bool
        Left out of the help: it serves the installation.
    """

    name: str
    about: Words
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Console], int]
    hidden: bool = False


def add_json(parser: ArgumentParser) -> None:
    """Let a command print JSON."""
    parser.add_argument("--json", action="store_true", help="one JSON value on stdout and nothing else")


def add_settings(parser: ArgumentParser) -> None:
    """Let a command take ``--set key=value``, any number of times."""
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")


def pairs(texts: list[str]) -> dict[str, str]:
    """Return ``key=value`` texts as a dictionary, in their order; raises `BatikError` ``value.no_equals_sign``."""
    found = {}
    for text in texts:
        key, sign, value = text.partition("=")
        if not sign or not key:
            raise BatikError("value.no_equals_sign", text=text)
        found[key.strip()] = value.strip()
    return found
