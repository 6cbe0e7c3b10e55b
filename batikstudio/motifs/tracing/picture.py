"""Pictures from phones and scanners, read within limits: upright, on white, no larger than tracing needs."""

from __future__ import annotations

import warnings
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError

if TYPE_CHECKING:
    from PIL.Image import Image

Grey = NDArray[np.float32]

KINDS = ("JPEG", "PNG", "TIFF", "WEBP")
MOST_BYTES = 128 << 20
"""A scan of an A4 sheet in colour at 600 dpi, not packed, has 104 MB."""
MOST_MP = 120
"""Of the picture in the file, in million pixels; a JPEG, which can be unpacked at a smaller size, may have more."""
MOST_JPEG_MP = 240
WORKING_PX = 4_000_000
"""Larger pictures are reduced to this: an A4 sheet at 8 px/mm."""
LEAST_PX = 16
_SCANNER_DPI = (100.0, 2400.0)
"""Cameras write 72, or nothing, or what they please; a scanner's resolution lies here."""


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture to trace.

    Attributes
    ----------
    grey : ndarray of shape (H, W), float32
        0 is black, 1 is white.
    rgb : ndarray of shape (H, W, 3), uint8
        The same picture in colour, to show.
    reduced : float
        How many pixels of the file one pixel here stands for, along a side; 1 or more.
    dpi : float or None
        What a scanner wrote about the picture as it is here; None for a camera.
    kind : str
        One of `KINDS`, by its content, whatever its name says.
    """

    grey: Grey
    rgb: NDArray[np.uint8]
    reduced: float
    dpi: float | None
    kind: str

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height."""
        return self.grey.shape[1], self.grey.shape[0]


def read_picture(data: bytes, working_px: int = WORKING_PX) -> Picture:
    """Read a JPEG, PNG, TIFF or WebP: of several pages or frames the first, turned upright as the camera was held.

    Colours with ink profiles, 16 bits, palettes and transparency are understood; what is transparent is white.

    Parameters
    ----------
    data : bytes
        The content of the file.
    working_px : int
        Larger pictures are reduced to about so many pixels.

    Raises
    ------
    BatikError
        ``picture.too_large``, ``picture.unknown_kind``, ``picture.too_small`` or ``picture.damaged``; the last also
        for a file that ends too early.
    """
    from PIL import Image, UnidentifiedImageError

    if len(data) > MOST_BYTES:
        raise BatikError("picture.too_large", size=f"{len(data) >> 20} MB", limit=f"{MOST_BYTES >> 20} MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd tags, and of sizes that are checked here
            with Image.open(BytesIO(data), formats=KINDS) as image:
                return _read(image, working_px)
    except UnidentifiedImageError:
        raise BatikError("picture.unknown_kind", known=list(KINDS)) from None
    except Image.DecompressionBombError:
        raise BatikError("picture.too_large", size="–", limit=f"{MOST_MP} MP") from None
    except BatikError:
        raise
    except Exception as error:  # a decoder of strangers' bytes may fail in any way
        raise BatikError("picture.damaged", fault=type(error).__name__) from error


def _read(image: Image, working_px: int) -> Picture:
    from PIL import Image as Images
    from PIL import ImageOps

    kind = "JPEG" if image.format == "MPO" else str(image.format)
    width, height = image.size
    limit = MOST_JPEG_MP if kind == "JPEG" else MOST_MP
    if width * height > limit * 1_000_000:
        raise BatikError("picture.too_large", size=f"{width} × {height} px", limit=f"{limit} MP")
    if min(width, height) < LEAST_PX:
        raise BatikError("picture.too_small", width_px=width, height_px=height)
    dpi = _dpi(image)
    shrink = max((width * height / working_px) ** 0.5, 1.0)
    if kind == "JPEG" and shrink > 1:
        image.draft(None, (round(width / shrink), round(height / shrink)))  # never below the size that is asked for
    image.load()
    with suppress(Exception):  # a picture whose orientation cannot be read is shown as it lies
        ImageOps.exif_transpose(image, in_place=True)
    flat, colour = _grey(image), _on_white(image)
    if shrink > 1:
        turned = (image.size[0] > image.size[1]) != (width > height)
        across, down = (height, width) if turned else (width, height)
        size = (max(round(across / shrink), 1), max(round(down / shrink), 1))
        flat, colour = (one.resize(size, Images.Resampling.BOX) for one in (flat, colour))
    grey = np.clip(np.asarray(flat, np.float32) / np.float32(255), 0, 1).astype(np.float32)
    return Picture(grey, np.asarray(colour, np.uint8), shrink, None if dpi is None else dpi / shrink, kind)


def _dpi(image: Image) -> float | None:
    across, down = image.info.get("dpi", (0.0, 0.0))
    camera = image.getexif().get(0x0110)  # Model: scanners' programs leave it out
    low, high = _SCANNER_DPI
    likely = low <= float(across) <= high and abs(float(across) - float(down)) < 0.01 * float(across)
    return float(across) if likely and not camera else None


def _on_white(image: Image) -> Image:
    """Return the picture in RGB, 8 bits, with white where it is transparent."""
    from PIL import Image as Images

    if image.mode.startswith("I") or image.mode == "F":
        return _grey(image).convert("RGB")
    if image.mode == "LAB":
        return image.getchannel("L").convert("RGB")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        return Images.alpha_composite(Images.new("RGBA", layered.size, (255, 255, 255, 255)), layered).convert("RGB")
    return image.convert("RGB")


def _grey(image: Image) -> Image:
    """Return the lightness as float, 0 to 255: of 16 bits all are kept."""
    from PIL import Image as Images

    if not (image.mode.startswith("I") or image.mode == "F"):
        return _on_white(image).convert("L").convert("F")
    values = np.asarray(image, np.float32)
    values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    if image.mode == "F":
        low, high = float(values.min()), float(values.max())
        return Images.fromarray((values - low) * (255 / ((high - low) or 1.0)))
    return Images.fromarray(values * np.float32(255 / 65535))
