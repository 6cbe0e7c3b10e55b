"""PNG: lossless RGB, the file of print-on-demand shops."""

from __future__ import annotations

from pathlib import Path

from batikstudio.base.progress import Progress
from batikstudio.base.words import Words
from batikstudio.export.base import BandSource, Format, Settings

_HALF_PX_PER_METRE = 0.000_501  # px/mm: PNG keeps the resolution as a whole number of pixels per metre


def _write(source: BandSource, path: Path, _settings: Settings, progress: Progress) -> int:
    from batikstudio.export.png_writer import write_png

    return write_png(source, path, progress)


def _check(source: BandSource, path: Path, _settings: Settings, crc: int, progress: Progress) -> None:
    from batikstudio.export.png_reader import read_png
    from batikstudio.export.profiles import srgb_profile
    from batikstudio.export.readback import compare

    with read_png(path) as found:
        compare(found, source, srgb_profile(), crc, progress, px_per_mm_error=_HALF_PX_PER_METRE)


def _expected_bytes(source: BandSource, _settings: Settings) -> int:
    from batikstudio.export.png_writer import expected_png_bytes

    return expected_png_bytes(source)


FORMAT = Format(
    id="png",
    words=Words("Gambar PNG", "PNG picture"),
    meaning=Words(
        "Warna penuh tanpa rugi, sRGB; untuk cetak kain daring dan layar.",
        "Full colour without loss, sRGB; for print-on-demand shops and screens.",
    ),
    suffix=".png",
    media_type="image/png",
    parameters=(),
    write=_write,
    check=_check,
    expected_bytes=_expected_bytes,
)
