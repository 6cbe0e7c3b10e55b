"""Motifs as SVG files: reading anybody's within limits, and writing our own form."""

from batikstudio.motifs.svg.drawing import Drawing, Pen, Shape
from batikstudio.motifs.svg.importing import Imported, motif_from_svg
from batikstudio.motifs.svg.left_out import LEFT_OUT
from batikstudio.motifs.svg.reader import read_svg
from batikstudio.motifs.svg.writing import EXACT_DIGITS, motif_to_svg

__all__ = [
    "EXACT_DIGITS",
    "LEFT_OUT",
    "Drawing",
    "Imported",
    "Pen",
    "Shape",
    "motif_from_svg",
    "motif_to_svg",
    "read_svg",
]
