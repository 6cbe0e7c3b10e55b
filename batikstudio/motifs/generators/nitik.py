"""Nitik: flowers of square dots on a grid, after the woven patola."""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About, CustomaryRepeat
from batikstudio.motifs.ornaments.nitik import (
    Figure,
    beams,
    eightfold,
    joined_figures,
    lozenge,
    on_cell,
    ray,
    ring,
    rows_about,
    slanted,
    square_dots,
)
from batikstudio.motifs.strokes import number

SIDE = 30
"""Places along the side of a cell."""


def _draw(values: dict[str, Value]) -> Drawn:
    size = number(values, "size_mm")
    draw = {"cakar_ayam": cakar_ayam, "sekar_kenthang": sekar_kenthang, "srengenge": srengenge}[str(values["pattern"])]
    corner, middle = draw()
    cell = on_cell(corner, middle, SIDE)
    if values["latar"]:
        rows = rows_about(cell, SIDE)
        cell["accent"] = cell.get("accent", set()).union(*(rows[k] for k in rows if k % 2 == 0))
    return tuple(square_dots(cell, size / SIDE)), CustomaryRepeat("grid", size, size, "p4m")


def _small_flower() -> Figure:
    """Return kembang kenthang as it stands between larger figures: four round petals about an eye."""
    petals = eightfold({(2, 1), (2, 2), (3, 1), (3, 2), (3, 3)})
    return joined_figures([{"filler": petals}, {"accent": ring(1), "heart": {(0, 0)}}])


def cakar_ayam() -> tuple[Figure, Figure]:
    """Return claws in a circle, each of three toes on a spur, about a small flower; randu between them."""
    middle_toe = {(k, k) for k in range(3, 13)} | {(k + 1, k) for k in range(5, 12)}
    side_toe = {(k, 4) for k in range(6, 12)} | {(k, 3) for k in range(9, 14)}
    stem, leaf = ray(4, 10, 1.4)
    first = joined_figures(
        [
            {"filler": eightfold(middle_toe | side_toe)},
            {"accent": eightfold({(13, 13), (14, 14), (14, 4), (15, 4)})},
            {"heart": leaf | stem},
            {"filler": ring(2), "accent": ring(1) | {(0, 0)}},
            {"filler": eightfold({(13, 0), (14, 1), (12, 1), (15, 0)}), "accent": eightfold({(14, 0)})},
        ]
    )
    return first, _small_flower()


def sekar_kenthang() -> tuple[Figure, Figure]:
    """Return a flower of four broad petals and four narrow ones in a lozenge, a smaller one between the lozenges."""
    broad, broad_inside = ray(3, 12, 3.6)
    narrow, narrow_inside = slanted(3, 6, 1.0)
    vein = eightfold((i, 0) for i in range(5, 11))
    first = joined_figures(
        [
            {"accent": lozenge(15)},
            {"filler": broad | broad_inside},
            {"accent": vein},
            {"heart": narrow | narrow_inside},
            {"filler": ring(2), "heart": ring(1), "accent": {(0, 0)}},
        ]
    )
    petals, petals_inside = slanted(2, 5, 1.4)
    bud, bud_inside = ray(4, 9, 1.2)
    second = joined_figures(
        [{"heart": bud | bud_inside}, {"filler": petals | petals_inside}, {"accent": ring(1), "filler": {(0, 0)}}]
    )
    return first, second


def srengenge() -> tuple[Figure, Figure]:
    """Return the sun: a disc in rings, sixteen rays, the four on the axes the longest."""
    first = joined_figures(
        [
            {"filler": beams(6.5, 14.5, 10.6)},
            {"accent": eightfold((i, 0) for i in range(8, 12))},
            {"filler": ring(5), "accent": ring(4), "heart": ring(3)},
            {"filler": ring(2), "accent": ring(1), "heart": {(0, 0)}},
        ]
    )
    return first, _small_flower()


GENERATOR = Generator(
    about=About(
        id="nitik",
        name=Words("Nitik", "Nitik"),
        meaning=Words(
            "Titik-titik persegi meniru tenun patola (cinde); sekitar tujuh puluh pola, kebanyakan bernama bunga. "
            "Cakar ayam: harapan dapat mencari nafkah sendiri.",
            "Square dots that imitate woven patola (cinde); about seventy patterns, most named after flowers. "
            "Cakar ayam, the hen's claw: the wish that one may earn one's own living.",
        ),
        family="nitik",
        region=Words("Yogyakarta (Kembangsongo, Bantul)", "Yogyakarta (Kembangsongo, Bantul)"),
        source="Family and number of patterns: infobatik.id, pola nitik; geographical indication: inews.id, batik "
        "yogyakarta. Cakar ayam: yogya.inews.id, motif pengantin. The figures here are our own constructions after "
        "the names, on a grid as the canting cawang sets it.",
        uncertain=True,
    ),
    parameters=(
        Parameter("size_mm", "float", 60.0, Words("Ukuran", "Size"), "mm", 50.0, 90.0),
        Parameter(
            "pattern",
            "choice",
            "sekar_kenthang",
            Words("Pola", "Pattern"),
            choices={
                "cakar_ayam": Words("cakar ayam", "cakar ayam (hen's claw)"),
                "sekar_kenthang": Words("sekar kenthang", "sekar kenthang (potato flower)"),
                "srengenge": Words("srengenge", "srengenge (sun)"),
            },
        ),
        Parameter("latar", "bool", True, Words("Titik latar", "Dots on the ground")),
    ),
    draw=_draw,
)
