"""What a whole cloth costs: 2.5 × 1.1 m at 300 dpi, in a process of its own. Figures with ``-s``."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

WIDTH, HEIGHT = 29_528, 12_992
MEGAPIXELS = WIDTH * HEIGHT / 1e6
WRITER_MB = 250


def _export(kind: str, format_id: str, folder) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.support.export_child", kind, format_id, str(WIDTH), str(HEIGHT)]
    done = subprocess.run([*command, folder / "cloth"], capture_output=True, text=True, check=True)
    (folder / "cloth").unlink()
    figures = json.loads(done.stdout)
    print(
        f"\n{kind} {format_id}: written {MEGAPIXELS / figures['written_s']:.0f} MP/s, "
        f"with reading back {MEGAPIXELS / figures['seconds']:.0f} MP/s ({figures['seconds']:.1f} s), "
        f"peak {figures['peak_mb']:.0f} MB, file {figures['file_mb']:.0f} MB"
    )
    return figures


@pytest.mark.slow
@pytest.mark.parametrize("format_id", ["png", "tiff"])
def test_a_whole_cloth_is_streamed_in_little_memory(format_id, tmp_path, benchmark):
    figures = benchmark.pedantic(_export, ("cloth", format_id, tmp_path), rounds=1)
    assert figures["peak_mb"] < WRITER_MB


@pytest.mark.slow
@pytest.mark.parametrize("format_id", ["png", "tiff"])
def test_an_exact_repeat_is_streamed_in_under_ten_seconds(format_id, tmp_path, benchmark):
    figures = benchmark.pedantic(_export, ("repeat", format_id, tmp_path), rounds=1)
    assert figures["seconds"] < 10
    assert figures["peak_mb"] < WRITER_MB
