"""Every colour and measure of the window, in one place. Greys are exactly neutral: the eye has to judge the dye."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """The colours of one palette, as ``#rrggbb``.

    ``disabled`` never carries information alone; ``ok`` and ``bad`` always come with an icon and a word.
    """

    dark: bool
    window: str
    panel: str
    field: str
    surround: str
    strip: str
    ruler: str
    line: str
    line_strong: str
    text: str
    text_2: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_text: str
    tint: str
    soga: str
    soga_text: str
    soga_ground: str
    ok: str
    bad: str
    hover: str
    on_accent: str = "#FFFFFF"


LIGHT = Tokens(
    dark=False,
    window="#E6E6E6",
    panel="#F5F5F5",
    field="#FFFFFF",
    surround="#B9B9B9",
    strip="#EDEDED",
    ruler="#EDEDED",
    line="#D2D2D2",
    line_strong="#8C8C8C",
    text="#1F1F1F",
    text_2="#555555",
    disabled="#8A8A8A",
    accent="#23406F",
    accent_hover="#2F5590",
    accent_pressed="#1A3157",
    accent_text="#23406F",
    tint="#DCE4F0",
    soga="#8A5522",
    soga_text="#7A4A1C",
    soga_ground="#F3E8DB",
    ok="#2A6A3E",
    bad="#A3262A",
    hover="#E4E4E4",
)

DARK = Tokens(
    dark=True,
    window="#262626",
    panel="#303030",
    field="#232323",
    surround="#4A4A4A",
    strip="#2A2A2A",
    ruler="#2C2C2C",
    line="#444444",
    line_strong="#7C7C7C",
    text="#ECECEC",
    text_2="#B4B4B4",
    disabled="#808080",
    accent="#3D62A3",
    accent_hover="#4A72B8",
    accent_pressed="#2F4E86",
    accent_text="#A9C3F0",
    tint="#36435A",
    soga="#C98A4B",
    soga_text="#E0AE78",
    soga_ground="#4A3A2A",
    ok="#8CCB9C",
    bad="#F0908F",
    hover="#3C3C3C",
)

# What the canvas draws over any cloth, the same in both palettes.
OVERLAY_CELL = "#FFFFFF"
OVERLAY_CASING = "#14243F"
OVERLAY_CASING_ALPHA = 140  # 55 %
OVERLAY_SELECTION = "#2F6BD8"
OVERLAY_COPY = "#A9CBFF"
OVERLAY_SYMMETRY = "#FFD98A"
OVERLAY_GUIDE = "#46C8D8"
OVERLAY_BROKEN = "#FF7A6E"
OVERLAY_WAX = "#8A5A24"
OVERLAY_LABEL = "#14243F"
WAX = "#DDB067"
"""How wax looks on the cloth in the bath fields of the palette and in the view of the wax."""

# Measures, px at scale 1: an 8 px rhythm with 4 as half step.
MENU_H, OPTIONS_H, HEADER_H, DOCK_HEADER_H, ROW_H, SLOT_ROW_H, STRIP_H, STATUS_H = 32, 48, 40, 32, 32, 40, 136, 24
TOOLS_W, LIBRARY_W, DOCKS_W, RULER = 48, 264, 320, 24
STRIP_LOW_H = 72
CONTROL_H, COMPACT_H, MAIN_H, SEGMENT_H = 32, 24, 40, 32
ICON, ICON_DOCK, ICON_FIELD = 20, 16, 14
LOW_PX = 700
"""Below this height of the window the process strip folds to names and marks."""
TALL_PX = 900
"""From this height of the screen on there is room for the process beside the tabs, and for whole notes."""

# Type, px: captions, secondary, base, card titles, section titles, page title. Never under 11.
CAPTION, SECONDARY, BASE, CARD, SECTION, PAGE = 11, 12, 13, 14, 16, 20
