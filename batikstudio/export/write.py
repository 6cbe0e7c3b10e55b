"""The one way out: check, write beside the old file, read back, and only then replace."""

from __future__ import annotations

import errno
import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from batikstudio.base.atomic import replacing
from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import complete
from batikstudio.base.progress import QUIET, Progress
from batikstudio.export.base import BandSource, Format, Settings, formats

_WRITING_SHARE = 0.9
_NO_SPACE = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class Receipt:
    """What was written: the proof for the person and the printer.

    Attributes
    ----------
    path, format : str
    width_px, height_px : int
    dpi : tuple of float
        Along x and along y.
    width_mm, height_mm : float
        The printed size.
    profile : str
        The embedded colour profile.
    seam : str
        ``"joins"`` if the picture is a whole number of repeats that meet, else ``"n/a"``.
    sha256 : str
        Of the file.
    """

    path: str
    format: str
    width_px: int
    height_px: int
    dpi: tuple[float, float]
    width_mm: float
    height_mm: float
    profile: str
    seam: str
    sha256: str

    def as_dict(self) -> dict[str, object]:
        """Return the receipt as ``--json`` prints it; lengths to the nanometre, dpi to as many digits."""
        return {
            "path": self.path,
            "format": self.format,
            "width_px": self.width_px,
            "height_px": self.height_px,
            "dpi": [round(value, 6) for value in self.dpi],
            "width_mm": round(self.width_mm, 6),
            "height_mm": round(self.height_mm, 6),
            "profile": self.profile,
            "seam": self.seam,
            "sha256": self.sha256,
        }


def write(
    source: BandSource, format_id: str, path: Path, settings: Settings | None = None, progress: Progress = QUIET
) -> Receipt:
    """Write a picture to a file that was read back and found right; on any failure an older file stays as it was.

    Parameters
    ----------
    source : BandSource
    format_id : str
        One of `formats`.
    path : Path
        In a folder that exists.
    settings : dict, optional
        What differs from the defaults of the format's parameters.
    progress : Progress

    Returns
    -------
    Receipt

    Raises
    ------
    BatikError
        ``export.unknown_format``, ``export.seam_broken``, ``export.no_space``, ``export.verify_failed``,
        ``file.cannot_write``, or as `complete` says of the settings.
    Cancelled
        Nothing was replaced and nothing is left behind.
    """
    chosen = formats().get(format_id)
    if chosen is None:
        raise BatikError("export.unknown_format", format=format_id, known=sorted(formats()))
    values = complete(chosen.parameters, settings or {})
    seam = _seam(source)
    free_bytes = _check_space(source, chosen, path, values)
    digest = ""

    def verify(temporary: Path) -> None:
        nonlocal digest
        _verify(source, chosen, temporary, values, crc, path, progress.part(_WRITING_SHARE, 1.0))
        with temporary.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        progress.step(1.0)  # the last moment to cancel: the old file is still there

    with replacing(path, verify) as temporary:
        try:
            crc = chosen.write(source, temporary, values, progress.part(0.0, _WRITING_SHARE))
        except OSError as error:
            if error.errno in _NO_SPACE:
                raise _no_space(chosen.expected_bytes(source, values), free_bytes, path) from error
            raise
    width_mm, height_mm = source.size_mm
    return Receipt(
        path=str(path),
        format=chosen.id,
        width_px=source.width_px,
        height_px=source.height_px,
        dpi=source.dpi,
        width_mm=width_mm,
        height_mm=height_mm,
        profile="sRGB",
        seam=seam,
        sha256=digest,
    )


def _seam(source: BandSource) -> str:
    if source.seam is None:
        return "n/a"
    result = source.seam()
    if result.broken_px is not None:
        x_mm, y_mm = (at / per_mm for at, per_mm in zip(result.broken_px, source.px_per_mm, strict=True))
        raise BatikError("export.seam_broken", x_mm=round(x_mm, 3), y_mm=round(y_mm, 3))
    return "joins"


def _check_space(source: BandSource, chosen: Format, path: Path, values: Settings) -> int:
    """Return the free bytes of the folder; raise if the file will not fit.

    The size is estimated, which costs some rendering, only where the raw pixels would not fit.
    """
    try:
        free_bytes = shutil.disk_usage(path.absolute().parent).free
    except OSError as error:
        raise BatikError("file.cannot_write", path=str(path), reason=error.strerror or str(error)) from error
    if free_bytes < source.size_bytes + source.size_bytes // 50:
        needed = chosen.expected_bytes(source, values)
        if needed > free_bytes:
            raise _no_space(needed, free_bytes, path)
    return free_bytes


def _no_space(needed_bytes: int, free_bytes: int, path: Path) -> BatikError:
    needed_mb, free_mb = -(-needed_bytes // 1_000_000), free_bytes // 1_000_000
    return BatikError("export.no_space", path=str(path), needed_mb=needed_mb, free_mb=free_mb)


def _verify(
    source: BandSource, chosen: Format, file: Path, values: Settings, crc: int, path: Path, progress: Progress
) -> None:
    from batikstudio.export.readback import Mismatch

    try:
        chosen.check(source, file, values, crc, progress)
    except Mismatch as found:
        raise BatikError("export.verify_failed", path=str(path), what=found.what) from found
