"""Export one large picture in a process of its own and print what it took: ``KIND FORMAT WIDTH HEIGHT PATH``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np

from batikstudio.base.progress import Progress
from batikstudio.export.write import write
from tests.support.sources import cloth_like, repeated


def peak_mb() -> float:
    """Return the most memory this process ever held, without what it inherited from the one that started it."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise OSError("no VmHWM in /proc/self/status")


def main(kind: str, format_id: str, width: str, height: str, path: str) -> None:
    if kind == "repeat":
        tile = cloth_like(1184, 1184)
        source = repeated(np.ascontiguousarray(tile.rows(0, 1184)), int(width), int(height))
    else:
        source = cloth_like(int(width), int(height))
    source.rows(0, 64)
    before_mb = peak_mb()
    marks = {}
    start = time.perf_counter()
    progress = Progress(lambda done: marks.setdefault("written_s" if done >= 0.9 else "", time.perf_counter() - start))
    receipt = write(source, format_id, Path(path), {}, progress)
    seconds = time.perf_counter() - start
    figures = {
        "seconds": seconds,
        "written_s": marks["written_s"],
        "peak_mb": peak_mb(),
        "before_mb": before_mb,
        "file_mb": Path(receipt.path).stat().st_size / 1e6,
    }
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
