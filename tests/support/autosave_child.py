"""Keep autosaves until somebody kills this process: ``ROOT COUNT``. Prints each revision once it is kept."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from batikstudio.design.edits.about import set_seed
from batikstudio.design.templates import from_template
from batikstudio.studio.autosave import Autosave


def main(root: str, count: str) -> None:
    keeper, design = Autosave(Path(root)), from_template("kawung")
    for revision in range(1, int(count) + 1):
        keeper.keep(set_seed(design, revision), b"preview", revision, Path("/somewhere/kain.batik"))
        sys.stdout.write(f"{revision}\n")
        sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
