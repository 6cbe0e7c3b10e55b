"""The settings of a design as a whole: what it is called, how it looks, its cloth."""

from __future__ import annotations

from typing import cast

from batikstudio.base.parameter import Parameter
from batikstudio.base.words import Words
from batikstudio.design.document import Design
from batikstudio.design.edits import about, cloth
from batikstudio.design.settings.setting import Setting
from batikstudio.dyes.catalogue import fabrics


def of_title_and_look(design: Design) -> list[Setting]:
    """Return the settings of the title, the seed and the look."""
    look = design.look
    return [
        Setting(
            Parameter("title", "text", design.title, Words("Judul", "Title")),
            lambda one, value: about.set_title(one, str(value)),
        ),
        Setting(
            Parameter("author", "text", design.author, Words("Pembuat", "Author")),
            lambda one, value: about.set_author(one, str(value)),
        ),
        Setting(
            Parameter("seed", "int", design.seed, Words("Benih acak", "Seed"), "", 1, about.LARGEST_SEED),
            lambda one, value: about.set_seed(one, int(cast("int", value))),
        ),
        Setting(
            Parameter("hand", "float", look.hand, Words("Tangan (cap ke tulis)", "Hand (cap to tulis)"), "", 0.0, 1.0),
            lambda one, value: about.set_look(one, hand=float(cast("float", value))),
        ),
        Setting(
            Parameter("uneven", "float", look.uneven, Words("Belang", "Unevenness"), "", 0.0, 1.0),
            lambda one, value: about.set_look(one, uneven=float(cast("float", value))),
        ),
        Setting(
            Parameter("weave", "bool", look.weave, Words("Tekstur tenun", "Weave")),
            lambda one, value: about.set_look(one, weave=bool(value)),
        ),
    ]


def of_cloth(design: Design) -> list[Setting]:
    """Return the settings of the cloth."""
    low, high = cloth.SMALLEST_MM, cloth.LARGEST_MM
    return [
        Setting(
            Parameter(
                "cloth.length_mm",
                "float",
                design.cloth.length_mm,
                Words("Panjang kain", "Length of the cloth"),
                "mm",
                low,
                high,
            ),
            lambda one, value: cloth.set_cloth(one, length_mm=float(cast("float", value))),
        ),
        Setting(
            Parameter(
                "cloth.width_mm",
                "float",
                design.cloth.width_mm,
                Words("Lebar kain", "Width of the cloth"),
                "mm",
                low,
                high,
            ),
            lambda one, value: cloth.set_cloth(one, width_mm=float(cast("float", value))),
        ),
        Setting(
            Parameter(
                "cloth.fabric",
                "choice",
                design.cloth.fabric,
                Words("Kelas mori", "Grade of mori"),
                choices={key: one.name for key, one in fabrics().items()},
            ),
            lambda one, value: cloth.set_cloth(one, fabric=str(value)),
        ),
    ]
