"""Make the gallery of the templates and print how much of each is edges: ``.venv/bin/python tools/gallery.py``.

Photographs of fine cloth have 8 to 35 % of edge pixels by this measure; below that a cloth looks like clip art.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parents[1] / "docs"
SIDE_PX, SIDE_MM = 512, 210.0
COLUMNS = 4


def main(arguments: list[str]) -> int:
    """Render every template, or only those named, and print the share of edges of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("templates", nargs="*")
    parser.add_argument("--out", type=Path, default=DOCS / "gallery.jpg")
    asked = parser.parse_args(arguments)

    from PIL import Image

    from batikstudio.design.templates import templates

    chosen = asked.templates or [one for one in templates() if one != "symmetry-probe"]
    pictures = []
    for template_id in chosen:
        picture = cloth_of(template_id)
        pictures.append(Image.fromarray(picture))
        print(f"{template_id:20} {100 * edge_share(picture):5.1f} %")
    rows = math.ceil(len(pictures) / COLUMNS)
    page = Image.new("RGB", (COLUMNS * (SIDE_PX + 12) + 12, rows * (SIDE_PX + 12) + 12), (236, 236, 236))
    for number, one in enumerate(pictures):
        row, column = divmod(number, COLUMNS)
        page.paste(one, (12 + column * (SIDE_PX + 12), 12 + row * (SIDE_PX + 12)))
    page.save(asked.out, quality=86)
    return 0


def cloth_of(template_id: str) -> Any:
    """Return a piece of a template's cloth, dyed, without crackle: uint8, shape (`SIDE_PX`, `SIDE_PX`, 3)."""
    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import grid_of
    from batikstudio.design.templates import USUAL_HAND, from_template

    design = from_template(template_id, hand=USUAL_HAND)
    grid = grid_of(design, 25.4 * SIDE_PX / SIDE_MM)
    side = 1.02 * SIDE_MM
    return render(design, grid.rect(20.0, 20.0, side, side), grid=grid)[:SIDE_PX, :SIDE_PX]


def edge_share(picture: Any) -> float:
    """Return the share of edge pixels of a square picture of `SIDE_PX`: Canny's, with a Gaussian of one pixel."""
    import numpy as np
    from PIL import Image
    from skimage.feature import canny

    grey = np.asarray(Image.fromarray(picture).convert("L"), np.float64) / 255.0
    return float(canny(grey, 1.0).mean())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
