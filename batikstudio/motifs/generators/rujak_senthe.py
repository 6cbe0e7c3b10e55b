"""Rujak senthe: a lereng of broad plain bands by turns with fine ones.

The frame is that of `ornaments.stripes`.
"""

from __future__ import annotations

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn, Generator
from batikstudio.motifs.larangan import LARANGAN
from batikstudio.motifs.motif import About, Part
from batikstudio.motifs.ornaments import bands, stripes
from batikstudio.motifs.ornaments.stripes import BLUE, BROWN, DARK, WHITE, Ornament, Stripe, Tone
from batikstudio.motifs.strokes import number

STACK: tuple[tuple[Ornament | None, Tone, float, int], ...] = (
    (None, WHITE, 0.27, 0),
    (stripes.pearls, BLUE, 0.06, 6),
    (stripes.untu_walang, DARK, 0.11, 5),
    (stripes.pearls, BLUE, 0.06, 6),
    (None, BROWN, 0.27, 0),
    (stripes.pearls, DARK, 0.06, 6),
    (stripes.tritis, BLUE, 0.11, 7),
    (stripes.pearls, DARK, 0.06, 6),
)
"""The stripes from above: ornament (none in a broad band), roles, share of the pitch, how many in one period."""

PERIODS = 2
"""The pitch in periods of the band."""


def _draw(values: dict[str, Value]) -> Drawn:
    pitch, thick = number(values, "band_mm"), number(values, "line_mm")
    length = pitch / PERIODS
    isen = bool(values["isen"])
    parts: list[Part] = []
    edges: list[Part] = []
    top = -pitch / 2
    for ornament, tone, share, count in STACK:
        width = share * pitch
        stripe = Stripe(length, top + width / 2, width, count or 16, tone, thick, isen)
        parts += stripes.filled(stripe, ornament or stripes.plain)
        edges += stripes.twin(length, top, thick)
        top += width
    turned = [bands.moved(part, bands.ALONG) for part in (*parts, *edges)]
    return bands.slanted(turned, length, pitch, values["slant"], "p1")


GENERATOR = Generator(
    about=About(
        id="rujak_senthe",
        name=Words("Rujak senthe", "Rujak senthe"),
        meaning=Words(
            "Lereng dengan lajur lebar polos yang berselang-seling dengan lajur halus. Bentuk asli menurut keraton "
            "belum pasti.",
            "A lereng of broad plain bands by turns with fine ones. How the court drew it is not certain.",
        ),
        family="lereng",
        region=Words("Yogyakarta", "Yogyakarta"),
        source="Construction: common knowledge of the craft, uncertain. Larangan: the list of the Kraton Yogyakarta "
        "(kompas.tv 448315). " + bands.SLANTS_SOURCE,
        uncertain=True,
        larangan=LARANGAN,
    ),
    parameters=(
        bands.pitch(84.0, 50.0, 140.0),
        bands.SLANT,
        Parameter("isen", "bool", True, Words("Sawut di tepi lajur lebar", "Sawut along the broad bands")),
        bands.line_width(0.8, 0.5, 1.4),
    ),
    draw=_draw,
)
