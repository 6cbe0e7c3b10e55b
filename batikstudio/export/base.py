"""What every format shares: the picture it is handed, in bands of rows, and the record that it declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.progress import Progress
from batikstudio.base.units import dpi
from batikstudio.base.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from batikstudio.export.seam import SeamResult

Settings = dict[str, Value]


@dataclass(frozen=True)
class BandSource:
    """A picture that is rendered when it is asked for and never held as a whole.

    Attributes
    ----------
    width_px, height_px : int
    px_per_mm : tuple of float
        Along x and along y; the two may differ a little where a repeat has a whole number of pixels.
    rows : callable
        ``rows(start, stop)`` returns sRGB pixels, uint8 of shape (stop - start, width_px, 3). A pure function, called
        from several threads at once; the array may be a view, and it is not changed.
    period_px : tuple of int or None
        Set where the picture is one exact repeat laid several times: pixel (x, y) equals (x + period, y) and
        (x, y + period). Bands of the same phase are then rendered and encoded once.
    rows_at_once : int
        The height of band that the source renders at the least cost, of which at most three are under way.
        It does not change what is written.
    seam : callable or None
        Where the source claims to be a whole number of repeats: whether they join.
    """

    width_px: int
    height_px: int
    px_per_mm: tuple[float, float]
    rows: Callable[[int, int], NDArray[np.uint8]]
    period_px: tuple[int, int] | None = None
    rows_at_once: int = 64
    seam: Callable[[], SeamResult] | None = None

    @property
    def dpi(self) -> tuple[float, float]:
        """Pixels per inch along x and y."""
        return dpi(self.px_per_mm[0]), dpi(self.px_per_mm[1])

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height as printed."""
        return self.width_px / self.px_per_mm[0], self.height_px / self.px_per_mm[1]

    @property
    def size_bytes(self) -> int:
        """Bytes of the picture before compression."""
        return self.width_px * self.height_px * 3


@dataclass(frozen=True)
class Format:
    """A kind of file.

    Attributes
    ----------
    id : str
        Its name on the command line and in receipts.
    words, meaning : Words
        Its name, and for whom it is.
    suffix : str
        How the names of its files end, with the dot.
    media_type : str
    parameters : tuple of Parameter
    write : callable
        Writes a source to a path with complete settings; returns the CRC-32 of all the pixels it was given, row by row.
    check : callable
        Reads the file back by other means than it was written, and raises `readback.Mismatch` unless its pixels have
        that CRC-32 and its header says what the source says.
    expected_bytes : callable
        How large the file will be, from a sample of the rows.
    """

    id: str
    words: Words
    meaning: Words
    suffix: str
    media_type: str
    parameters: tuple[Parameter, ...]
    write: Callable[[BandSource, Path, Settings, Progress], int]
    check: Callable[[BandSource, Path, Settings, int, Progress], None]
    expected_bytes: Callable[[BandSource, Settings], int]

    def as_dict(self) -> dict[str, object]:
        """Return the format as listings show it."""
        return {
            "id": self.id,
            "name": self.words.as_dict(),
            "meaning": self.meaning.as_dict(),
            "suffix": self.suffix,
            "media_type": self.media_type,
            "parameters": [parameter.as_dict() for parameter in self.parameters],
        }


@cache
def formats() -> dict[str, Format]:
    """Return every format by its id."""
    import batikstudio.export.formats
    from batikstudio.base.registry import declared

    found = declared(batikstudio.export.formats, "FORMAT", Format)
    return {record.id: record for record in found.values()}
