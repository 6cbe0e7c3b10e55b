"""Udan liris, drizzle: a stack of narrow slanting stripes, each with an ornament of its own, twin hairlines between.

The frame is that of `ornaments.stripes`. No symmetry but the repeat (group p1).
"""

from __future__ import annotations

from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, Part
from batikstudio.motifs.ornaments import bands, stripes
from batikstudio.motifs.ornaments.stripes import BLUE, BROWN, DARK, WHITE, Ornament, Stripe, Tone
from batikstudio.motifs.strokes import number

PERIODS = 2
"""The stack in periods of the band; a whole number, so that an upright rectangle of the cloth closes exactly."""

STACK: tuple[tuple[Ornament, Tone, float, int], ...] = (
    (stripes.lobes, DARK, 1.4, 8),
    (stripes.lung, BLUE, 0.95, 4),
    (stripes.untu_walang, BROWN, 0.85, 9),
    (stripes.kembang, WHITE, 1.3, 4),
    (stripes.tritis, BLUE, 0.85, 11),
    (stripes.mlinjon_row, DARK, 1.2, 6),
    (stripes.ada_ada, BROWN, 0.85, 8),
    (stripes.banyu_tetes, BLUE, 0.95, 6),
    (stripes.kluwung, DARK, 1.0, 6),
    (stripes.patran, WHITE, 1.15, 6),
)
"""The stripes from above: ornament, roles, share of the width, how many in one period of the band."""


def widths(pitch_mm: float) -> list[float]:
    """Return the widths of the stripes, mm; together the pitch."""
    total = sum(share for _, _, share, _ in STACK)
    return [pitch_mm * share / total for _, _, share, _ in STACK]


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    length = pitch / PERIODS
    parts: list[Part] = []
    edges: list[Part] = []
    top = -pitch / 2
    for (ornament, tone, _, count), width in zip(STACK, widths(pitch), strict=True):
        stripe = Stripe(length, top + width / 2, width, count, tone, thick, bool(values["isen"]))
        parts += stripes.filled(stripe, ornament)
        edges += stripes.twin(length, top, thick)
        top += width
    turned = [bands.moved(part, bands.ALONG) for part in (*parts, *edges)]
    return bands.slanted(turned, length, pitch, values["slant"], "p1")


GENERATOR = Generator(
    about=About(
        id="udan_liris",
        name=Words("Udan liris", "Udan liris"),
        meaning=Words(
            "Hujan gerimis, lambang kesuburan. Lajur-lajurnya antara lain untu walang, banyu tetes, mlinjon, tritis, "
            "ada-ada, dan kluwung (pelangi).",
            "Drizzle, a sign of fertility. Its stripes are among others untu walang (grasshopper's teeth), banyu tetes "
            "(drops), mlinjon, tritis (eaves), ada-ada (midrib) and kluwung (rainbow).",
        ),
        family="lereng",
        region=Words("Yogyakarta dan Surakarta", "Yogyakarta and Surakarta"),
        source="Meaning and stripes: common knowledge of the craft. Larangan: the list of the Kraton Yogyakarta "
        "(kompas.tv 448315). " + bands.SLANTS_SOURCE,
        larangan=LARANGAN,
    ),
    parameters=(
        bands.pitch(140.0, 125.0, 220.0),
        bands.SLANT,
        bands.ISEN,
        bands.line_width(0.8, 0.5, 1.4),
    ),
    draw=_draw,
)
