"""TIFF: lossless RGB, the file of textile printers' RIPs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from batikstudio.base.parameter import Parameter
from batikstudio.base.progress import Progress
from batikstudio.base.words import Words
from batikstudio.export.base import BandSource, Format, Settings

if TYPE_CHECKING:
    from batikstudio.export.tiff_writer import Compression

_PX_PER_MM_ERROR = 1e-9  # the resolution is an exact fraction


def _compression(settings: Settings) -> Compression:
    return cast("Compression", settings["compression"])


def _write(source: BandSource, path: Path, settings: Settings, progress: Progress) -> int:
    from batikstudio.export.tiff_writer import write_tiff

    return write_tiff(source, path, _compression(settings), progress)


def _check(source: BandSource, path: Path, _settings: Settings, crc: int, progress: Progress) -> None:
    from batikstudio.export.profiles import srgb_profile
    from batikstudio.export.readback import compare
    from batikstudio.export.tiff_reader import read_tiff

    with read_tiff(path) as found:
        compare(found, source, srgb_profile(), crc, progress, px_per_mm_error=_PX_PER_MM_ERROR)


def _expected_bytes(source: BandSource, settings: Settings) -> int:
    from batikstudio.export.tiff_writer import expected_tiff_bytes

    return expected_tiff_bytes(source, _compression(settings))


FORMAT = Format(
    id="tiff",
    words=Words("Gambar TIFF", "TIFF picture"),
    meaning=Words(
        "Warna penuh tanpa rugi, sRGB, ukuran cetak tepat; untuk mesin cetak kain.",
        "Full colour without loss, sRGB, exact print size; for textile printers.",
    ),
    suffix=".tif",
    media_type="image/tiff",
    parameters=(
        Parameter(
            "compression",
            "choice",
            "deflate",
            Words("Kompresi", "Compression"),
            choices={
                "deflate": Words("Deflate (terkecil, cepat)", "Deflate (smallest, fast)"),
                "lzw": Words("LZW (untuk RIP lama)", "LZW (for older RIPs)"),
                "none": Words("Tanpa kompresi", "None"),
            },
        ),
    ),
    write=_write,
    check=_check,
    expected_bytes=_expected_bytes,
)
