"""The note that patterns once reserved for the court carry. It informs, it never forbids."""

from __future__ import annotations

from batikstudio.base.words import Words

LARANGAN = Words(
    "Motif larangan keraton: dahulu khusus keluarga raja; kini bebas di luar lingkungan keraton, "
    "hormati tata krama setempat.",
    "Court pattern (larangan): once kept for the ruler's family; now free outside the court, but respect local custom.",
)

LARANGAN_PARTS = Words(
    "Unsur larangan keraton: semen yang memuat meru, sawat (garuda) atau lar dahulu khusus keluarga raja; kini bebas "
    "di luar lingkungan keraton, hormati tata krama setempat.",
    "Reserved element (larangan): semen with meru, sawat (garuda) or lar was once kept for the ruler's family; "
    "now free "
    "outside the court, but respect local custom.",
)
"""The note of the figures that made a semen a reserved one."""
