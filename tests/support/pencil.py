"""Drawings on paper as a scanner or a phone sees them, with the truth beside them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

FINER = 4


@dataclass(frozen=True)
class Drawn:
    """A picture, 0 to 1, and the strokes in it: (points in px, width in px)."""

    grey: np.ndarray
    strokes: list[tuple[np.ndarray, float]]


def curve(rng: np.random.Generator, start: np.ndarray, length: float, bend: float) -> np.ndarray:
    """A line that bends gently now to one side, now to the other; a point each half pixel."""
    n = int(length * 2)
    curvature = gaussian_filter(rng.normal(0, 1, n + 400), 60)[200:-200]
    angle = rng.uniform(0, 2 * np.pi) + np.cumsum(curvature * bend)
    return start + np.cumsum(np.stack((np.cos(angle), np.sin(angle)), axis=1) / 2, axis=0)


def ink(size: tuple[int, int], strokes: list[tuple[np.ndarray, float, float]]) -> np.ndarray:
    """Darkness of round strokes, (points, width, darkness), antialiased: shape (H, W), 0 to 1."""
    width, height = size
    found = np.zeros((height, width), np.float32)
    for points, stroke_width, darkness in strokes:
        layer = Image.new("L", (width * FINER, height * FINER), 0)
        draw = ImageDraw.Draw(layer)
        r = stroke_width * FINER / 2
        for x, y in (points * FINER).tolist():
            draw.ellipse((x - r, y - r, x + r, y + r), fill=255)
        box = layer.getbbox()
        if box is None:
            continue
        x0, y0, x1, y1 = box[0] // FINER, box[1] // FINER, -(-box[2] // FINER), -(-box[3] // FINER)
        part = layer.crop((x0 * FINER, y0 * FINER, x1 * FINER, y1 * FINER)).resize(
            (x1 - x0, y1 - y0), Image.Resampling.BOX
        )
        view = found[y0:y1, x0:x1]
        np.maximum(view, np.asarray(part, np.float32) / 255 * darkness, out=view)
    return found


def on_paper(darkness: np.ndarray, rng: np.random.Generator, shade: float = 0.25, noise: float = 0.02) -> np.ndarray:
    """Ink on grained paper under a lamp at one side."""
    height, width = darkness.shape
    y, x = np.mgrid[0:height, 0:width]
    light = 0.95 - shade * (0.6 * x / width + 0.4 * (y / height) ** 2)
    grain = (
        gaussian_filter(rng.normal(0, 1, darkness.shape), 1.2) * 0.03
        + gaussian_filter(rng.normal(0, 1, darkness.shape), 12) * 0.15
    )
    tooth = np.clip(1 + gaussian_filter(rng.normal(0, 1, darkness.shape), 0.8) * 0.35, 0.3, 1.3)
    paper = light * (1 + grain) * (1 - darkness * tooth * 0.9)
    return np.clip(paper + rng.normal(0, noise, darkness.shape), 0, 1).astype(np.float32)


def scan(seed: int = 0, size: tuple[int, int] = (1632, 1224), count: int = 60) -> Drawn:
    """A page of ``count`` pencil strokes, 3 to 7 px wide, that cross each other."""
    rng = np.random.default_rng(seed)
    strokes = []
    while len(strokes) < count:
        start = rng.uniform((80, 80), (size[0] - 80, size[1] - 80))
        points = curve(rng, start, rng.uniform(80, 420), 0.12)
        if points.min() > 20 and np.all(points.max(axis=0) < np.array(size) - 20):
            strokes.append((points, float(rng.uniform(3, 7)), float(rng.uniform(0.6, 0.9))))
    return Drawn(on_paper(ink(size, strokes), rng), [(points, width) for points, width, _ in strokes])
