"""Save again and again until somebody kills this process: ``PATH``. Prints each seed once its save has returned."""

from __future__ import annotations

import sys
from pathlib import Path

from batikstudio.design.edits.about import set_seed
from batikstudio.design.templates import from_template
from batikstudio.project import save

PADDING = "catatan " * 40_000


def main(path: str, first: str) -> None:
    from batikstudio.design.edits.about import set_notes

    design = set_notes(from_template("kawung"), PADDING)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for seed in range(int(first), int(first) + 1_000_000):
        save(set_seed(design, seed), Path(path), bytes(100_000))
        sys.stdout.write(f"{seed}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
