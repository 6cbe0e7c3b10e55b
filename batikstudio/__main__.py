"""The console command: opens the studio, or runs a subcommand without ever loading Qt."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run Batik Studio.

    Parameters
    ----------
    arguments : list of str, optional
        Without a subcommand, or with a ``.batik`` file, the window opens; ``--sample`` opens it on the sample design.

    Returns
    -------
    int
        The exit status: 0 when done, 1 for a mistake of the user's, 2 for wrong arguments.
    """
    given = sys.argv[1:] if arguments is None else arguments
    if not given or given[0] == "--sample" or given[0].endswith(".batik"):
        from batikstudio.gui import main as window

        return window(given)
    from batikstudio.cli import main as command

    return command(given)


if __name__ == "__main__":
    sys.exit(main())
