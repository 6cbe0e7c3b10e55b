"""Lereng: slanting bands without mlinjon, one small ornament after the other in each, a fine stripe between.

The frame is that of `ornaments.stripes`.
"""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.motif import About
from batikstudio.motifs.ornaments import bands, stripes
from batikstudio.motifs.ornaments.stripes import BLUE, BROWN, DARK, WHITE, Ornament, Stripe, Tone
from batikstudio.motifs.strokes import number

VARIANTS: dict[str, tuple[Words, Ornament, Tone, int, str]] = {
    "patran": (Words("patran (daun)", "patran (leaves)"), stripes.patran, DARK, 2, "pm"),
    "ukel": (Words("ukel (lengkung)", "ukel (curls)"), stripes.ukel, DARK, 2, "p2"),
    "lung": (Words("lung (sulur)", "lung (vine)"), stripes.lung, BLUE, 1, "p2"),
    "kembang": (Words("kembang (bunga)", "kembang (flowers)"), stripes.kembang, WHITE, 2, "pmm"),
    "tetes": (Words("banyu tetes (tetes air)", "banyu tetes (drops)"), stripes.banyu_tetes, DARK, 2, "pm"),
    "bilah": (Words("bilah (seperti parang)", "blades (like a parang)"), stripes.lobes, BROWN, 3, "p2"),
}
"""Of each ornament: its words, how it is drawn, its roles, how many lie in one pitch of the bands, its symmetry."""

DIVIDER = 0.3
"""The share of the pitch that the fine stripe between the bands takes."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    isen = bool(values["isen"])
    _, ornament, tone, count, group = VARIANTS[str(values["variant"])]
    broad, narrow = (1.0 - DIVIDER) * pitch, DIVIDER * pitch
    fine = BROWN if tone is not BROWN else BLUE
    parts = [
        *stripes.filled(Stripe(pitch, 0.0, broad, count, tone, thick, isen), ornament),
        *stripes.filled(Stripe(pitch, pitch / 2, narrow, 6, fine, 0.8 * thick, isen), stripes.pearls),
        *stripes.twin(pitch, broad / 2, thick),
        *stripes.twin(pitch, broad / 2 + narrow, thick),
    ]
    return bands.slanted([bands.moved(part, bands.ALONG) for part in parts], pitch, pitch, values["slant"], group)


GENERATOR = Generator(
    about=About(
        id="lereng",
        name=Words("Lereng", "Lereng"),
        meaning=Words(
            "Garis miring seperti lereng bukit, lajur-lajurnya tanpa mlinjon: itulah bedanya dari parang.",
            "Slanting lines like the slope of a hill, its bands without mlinjon: in that it differs from parang.",
        ),
        family="lereng",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Parang and lereng: seniwastrabatik.blogspot.com, parang dan lereng. The ornaments: common knowledge of "
        "the craft. " + bands.SLANTS_SOURCE,
    ),
    parameters=(
        Parameter(
            "variant",
            "choice",
            "patran",
            Words("Ragam", "Variant"),
            choices={key: words for key, (words, *_) in VARIANTS.items()},
        ),
        bands.pitch(32.0, 20.0, 60.0),
        bands.SLANT,
        bands.ISEN,
        bands.line_width(0.8, 0.5, 1.4),
    ),
    draw=_draw,
)
