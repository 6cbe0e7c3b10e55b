"""The command line: everything that the window can do to a design, without a window and without Qt."""

from __future__ import annotations

import sys

from batikstudio.base.errors import BatikError, Cancelled


def main(arguments: list[str]) -> int:
    """Run one subcommand.

    Parameters
    ----------
    arguments : list of str
        Without the program's name.

    Returns
    -------
    int
        0 when done, 1 for a mistake of the user's, with one line on stderr; 2 for wrong arguments.
    """
    from batikstudio.cli.console import Console
    from batikstudio.cli.parser import parse

    chosen, options = parse(arguments)
    console = Console(options.language, as_json=getattr(options, "json", False))
    try:
        return chosen.run(options, console)
    except BatikError as error:
        console.complain(error)
        return 1
    except (Cancelled, KeyboardInterrupt):
        console.end_progress()
        return 1
    except BrokenPipeError:  # the reader of our output has gone
        sys.stderr.close()
        return 1
