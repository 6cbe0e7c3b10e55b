"""Make contact sheets of the motifs as dyed cloth, all at one scale: ``.venv/bin/python tools/contact_sheet.py``.

With ``--motifs a,b`` and ``--out FILE.png`` only these, for a look while drawing.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs" / "motifs"
COLUMNS = 4
GAP_PX, LABEL_PX = 14, 34


def main(arguments: list[str]) -> int:
    """Render the sheets: one of all motifs of each family in ``docs/motifs``, or one of the motifs asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--motifs", help="ids, with commas; all where it is left out")
    parser.add_argument("--mm", type=float, default=160.0, help="side of each piece of cloth")
    parser.add_argument("--dpi", type=float, default=50.0)
    parser.add_argument("--process", default="")
    parser.add_argument("--out", type=Path, default=None)
    asked = parser.parse_args(arguments)

    from batikstudio.motifs.catalogue import catalogue

    if asked.motifs:
        sheet(asked.motifs.split(","), asked.mm, asked.dpi, asked.process).save(asked.out or Path("contact.png"))
        return 0
    DOCS.mkdir(parents=True, exist_ok=True)
    families: dict[str, list[str]] = {}
    for about in catalogue().entries():
        families.setdefault(about.family, []).append(about.id)
    for family, ids in families.items():
        sheet(ids, asked.mm, asked.dpi, asked.process).save(DOCS / f"{family}.jpg", quality=86, subsampling=0)
        print(f"{family}: {len(ids)}")
    return 0


def sheet(ids: list[str], side_mm: float, dpi: float, process: str):  # type: ignore[no-untyped-def]
    """Return a picture of pieces of dyed cloth, ``side_mm`` square at ``dpi``, with the names below."""
    from PIL import Image, ImageDraw

    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import grid_of
    from batikstudio.design.templates import from_motif
    from batikstudio.motifs.catalogue import catalogue

    side = round(side_mm / 25.4 * dpi)
    columns = min(COLUMNS, len(ids))
    rows = math.ceil(len(ids) / columns)
    size = (columns * (side + GAP_PX) + GAP_PX, rows * (side + GAP_PX + LABEL_PX) + GAP_PX)
    page = Image.new("RGB", size, (236, 236, 236))
    draw = ImageDraw.Draw(page)
    for number, motif_id in enumerate(ids):
        design = from_motif(motif_id, {"process": process} if process else {})
        grid = grid_of(design, dpi)
        picture = render(design, grid.rect(0.0, 0.0, side_mm, side_mm), grid=grid)
        row, column = divmod(number, columns)
        x, y = GAP_PX + column * (side + GAP_PX), GAP_PX + row * (side + GAP_PX + LABEL_PX)
        page.paste(Image.fromarray(picture), (x, y))
        about = catalogue().about(motif_id)
        mark = "  (?)" if about.uncertain else ""
        draw.text((x, y + side + 4), f"{about.name.id}{mark}  [{motif_id}]", fill=(20, 20, 20))
    return page


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
