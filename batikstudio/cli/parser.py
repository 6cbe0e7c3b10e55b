"""The arguments: one parser with a sub-parser for each declared command."""

from __future__ import annotations

import argparse
import os

import batikstudio.cli.commands
from batikstudio import __version__
from batikstudio.base.registry import declared
from batikstudio.base.words import Language
from batikstudio.cli.command import Command


def parse(arguments: list[str]) -> tuple[Command, argparse.Namespace]:
    """Return the command asked for and its options; exits with 2 for wrong arguments, as argparse does."""
    commands = {one.name: one for one in declared(batikstudio.cli.commands, "COMMAND", Command).values()}
    language = _language(arguments)
    parser = argparse.ArgumentParser(
        prog="batikstudio",
        description="Without a command the studio opens; with FILE.batik it opens on that design.",
    )
    parser.add_argument("--version", action="version", version=f"batikstudio {__version__}")
    parser.add_argument("--language", choices=("id", "en"), default=language)
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in commands.values():
        help_text = argparse.SUPPRESS if command.hidden else command.about[language]
        sub = subparsers.add_parser(command.name, help=help_text, description=command.about[language])
        command.arguments(sub)
    options = parser.parse_args(arguments)
    return commands[options.command], options


def _language(arguments: list[str]) -> Language:
    """Return the language: as asked for, else the system's, else English."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word == "--language" and following in ("id", "en"):
            return "id" if following == "id" else "en"
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return "id" if os.environ[variable].startswith("id") else "en"
    return "en"
