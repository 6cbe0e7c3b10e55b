"""Photographs of a sheet on a table, by a camera whose place is known. Lens and maths are not the program's."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter


def printed(pdf: bytes, folder: Path, page: int = 1, dpi: int = 150) -> np.ndarray:
    """A page as poppler prints it: shape (H, W), 0 to 1."""
    source = folder / "sheets.pdf"
    source.write_bytes(pdf)
    subprocess.run(
        [
            "pdftoppm",
            "-r",
            str(dpi),
            "-f",
            str(page),
            "-l",
            str(page),
            "-gray",
            "-singlefile",
            str(source),
            str(folder / "p"),
        ],
        check=True,
        capture_output=True,
    )
    return np.asarray(Image.open(folder / "p.pgm"), np.float32) / 255


@dataclass(frozen=True)
class Photograph:
    """A JPEG, and the map from the paper's mm to the picture's px."""

    jpeg: bytes
    matrix: np.ndarray

    def px(self, points_mm: np.ndarray) -> np.ndarray:
        return project(self.matrix, np.asarray(points_mm, float))

    def mm(self, points_px: np.ndarray) -> np.ndarray:
        return project(np.linalg.inv(self.matrix), np.asarray(points_px, float))


def project(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    image = np.c_[points, np.ones(len(points))] @ matrix.T
    return image[:, :2] / image[:, 2:]


def camera(
    rng: np.random.Generator, paper_mm: tuple[float, float], size: tuple[int, int], turn_deg: float, tilt_deg: float
) -> np.ndarray:
    """The map of a pinhole camera that looks at the middle of the paper from a tilted place and sees all of it."""
    width, height = size
    focal = 1.1 * max(size)
    turn, tilt, way = np.radians(turn_deg), np.radians(tilt_deg), rng.uniform(0, 2 * np.pi)
    spin = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    axis = np.array([np.cos(way), np.sin(way), 0])
    cross = np.array([[0, 0, axis[1]], [0, 0, -axis[0]], [-axis[1], axis[0], 0]])
    lean = np.eye(3) + np.sin(tilt) * cross + (1 - np.cos(tilt)) * cross @ cross
    rotation = lean @ spin
    middle = np.array([paper_mm[0] / 2, paper_mm[1] / 2, 0])
    inner = np.array([[focal, 0, width / 2], [0, focal, height / 2], [0, 0, 1]])
    box = np.array([(0, 0), (paper_mm[0], 0), paper_mm, (0, paper_mm[1])])
    for distance in np.arange(250, 1500, 10.0):
        shift = np.array([0, 0, distance]) - rotation @ middle
        matrix = inner @ np.c_[rotation[:, 0], rotation[:, 1], shift]
        corners = project(matrix, box)
        if corners.min() > 25 and np.all(corners.max(axis=0) < np.array(size) - 25):
            return matrix
    raise AssertionError("the paper does not fit")


@cache
def table(size: tuple[int, int]) -> np.ndarray:
    """Dark wood with a long grain."""
    width, height = size
    noise = np.random.default_rng(7).normal(0, 1, (height, width)).astype(np.float32)
    return np.clip(0.32 + 0.5 * gaussian_filter(noise, (1.5, 40)) + 0.1 * gaussian_filter(noise, 2), 0.05, 0.6)


def photograph(
    page: np.ndarray,
    paper_mm: tuple[float, float],
    seed: int,
    turn_deg: float = 0.0,
    tilt_deg: float = 15.0,
    size: tuple[int, int] = (1800, 1350),
    quality: int = 80,
) -> Photograph:
    """The page on a table: in perspective, shaded to the edges and from a window, blurred, noisy, packed as JPEG."""
    rng = np.random.default_rng(seed)
    matrix = camera(rng, paper_mm, size, turn_deg, tilt_deg)
    to_page = np.diag([page.shape[1] / paper_mm[0], page.shape[0] / paper_mm[1], 1]) @ np.linalg.inv(matrix)
    coefficients = (to_page / to_page[2, 2]).ravel()[:8]
    source = Image.fromarray(np.uint8(np.round(page * 255)))
    paper = source.transform(size, Image.Transform.PERSPECTIVE, coefficients.tolist(), Image.Resampling.BICUBIC)
    cover = Image.new("L", source.size, 255).transform(
        size, Image.Transform.PERSPECTIVE, coefficients.tolist(), Image.Resampling.BILINEAR
    )
    share = np.asarray(cover, np.float32) / 255
    scene = np.asarray(paper, np.float32) / 255 * 0.92 * share + table(size) * (1 - share)
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    u, v = x / size[0] - 0.5, y / size[1] - 0.5
    way = rng.uniform(0, 2 * np.pi)
    light = (1 - 0.35 * (u * u + v * v) * 2) * (1 + 0.3 * (u * np.cos(way) + v * np.sin(way)))
    seen = gaussian_filter((scene * light * 0.9).astype(np.float32), 0.7)
    seen += 0.012 * rng.standard_normal(scene.shape, np.float32)
    target = io.BytesIO()
    tint = np.array([1.0, 0.97, 0.9])
    rgb = np.uint8(np.clip(seen[..., None] * tint, 0, 1) * 255)
    Image.fromarray(rgb).save(target, "JPEG", quality=quality)
    return Photograph(target.getvalue(), matrix)
