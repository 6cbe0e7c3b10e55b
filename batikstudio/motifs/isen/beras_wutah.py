"""Beras wutah: spilt grains of rice, lying every way."""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.filler import Isen
from batikstudio.motifs.filling.fields import scattered_field
from batikstudio.motifs.filling.figures import grain
from batikstudio.motifs.filling.settings import LENGTH, settings
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, Stroke
from batikstudio.motifs.motif import Part
from batikstudio.motifs.strokes import number


def _draw(space: Space, values: dict[str, Value], hand: Hand) -> tuple[Part, ...]:
    size = number(values, "size_mm")
    return scattered_field(space, [Stamp((Stroke(grain(size, size / 3)),))], number(values, "pitch_mm"), hand)


ISEN = Isen(
    id="beras_wutah",
    name=Words("Beras wutah", "Beras wutah (spilt rice)"),
    meaning=Words(
        "Beras yang tumpah; lambang kemakmuran. Disebut juga beras mawur.",
        "Spilt rice: a sign of prosperity. Also called beras mawur.",
    ),
    source="ozzakonveksi.com (isen-isen)",
    parameters=settings(3.4, 2.6, LENGTH, inset_mm=0.8),
    suits=frozenset({"ground", "region"}),
    draw=_draw,
)
