"""Arrays as pictures of Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPixmap


def pixmap_of(pixels: NDArray[np.uint8], ratio: float = 1.0) -> QPixmap:
    """Return sRGB pixels of shape (h, w, 3) as a pixmap that owns its memory."""
    height, width = pixels.shape[:2]
    rgb = np.ascontiguousarray(pixels)
    image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(ratio)
    return picture
