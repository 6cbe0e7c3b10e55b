"""What a drawing inks, by this program and by a renderer that nobody here made, as masks of one size."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from batikstudio.geometry.affine import Affine
from batikstudio.motifs.motif import Motif
from batikstudio.motifs.svg import motif_from_svg, read_svg
from batikstudio.raster.coverage import Copies, Window, mask, snap

PROGRAM = "rsvg-convert"
Mask = NDArray[np.uint8]
TONES = {"gradient", "opacity"}
"""Said of a drawing whose shapes are all there but not their tones."""


@dataclass(frozen=True)
class Compared:
    """Two masks of a drawing, how much they differ beside the reference's ink, and what the import said it lost."""

    ours: Mask
    theirs: Mask
    share: float
    left_out: dict[str, int]


def compared(data: bytes, width_px: int = 384) -> Compared | None:
    """Compare an import with the reference; None where the file does not tell its page."""
    drawing = read_svg(data)
    if drawing.page_mm is None:
        return None
    imported = motif_from_svg(data, "x")
    kept = [shape for shape in drawing.shapes if shape.path.points.shape == imported.motif.parts[-1].path.points.shape]
    shift = kept[-1].path.points[0] - imported.motif.parts[-1].path.points[0]
    x0, y0, x1, _ = drawing.page_mm
    theirs = reference(data, width_px)
    px_per_mm = width_px / (x1 - x0)
    ours = inked(imported.motif, Affine.translation(shift[0] - x0, shift[1] - y0), px_per_mm, theirs.shape)
    left_out = dict(imported.left_out)
    a, b = ours, theirs
    if TONES & set(left_out):
        a, b = np.where(ours > 8, 255, 0), np.where(theirs > 8, 255, 0)
    difference = np.abs(a.astype(np.int64) - b).sum() / max(int(b.astype(np.int64).sum()), 1)
    return Compared(ours, theirs, float(difference), left_out)


def inked(motif: Motif, to_page_mm: Affine, px_per_mm: float, shape: tuple[int, int]) -> Mask:
    """Return what all parts of a motif cover together, 0 to 255."""
    from batikstudio.design.shapes import outlined

    copies = []
    for part in motif.parts:
        rings = outlined(part, to_page_mm, 0.1 / px_per_mm / 8)
        if len(rings):
            copies.append(Copies(snap(rings, (px_per_mm, px_per_mm)), np.zeros((1, 2), np.int64)))
    return mask(copies, Window(0, 0, shape[1], shape[0]))


def reference(data: bytes, width_px: int) -> Mask:
    """Return the opacity of librsvg's picture of an SVG."""
    done = subprocess.run(
        [PROGRAM, "-w", str(width_px), "--keep-aspect-ratio"], input=data, capture_output=True, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-500:]
    return np.asarray(Image.open(io.BytesIO(done.stdout)).convert("RGBA"))[:, :, 3]


def has_reference() -> bool:
    """Whether librsvg's program is here."""
    return shutil.which(PROGRAM) is not None


def side_by_side(one: Compared, file: Path) -> None:
    """Write a picture for the eye: ours, theirs, and where they differ."""
    difference = np.abs(one.ours.astype(np.int16) - one.theirs).astype(np.uint8)
    Image.fromarray(255 - np.concatenate((one.ours, one.theirs, difference), axis=1)).save(file)
