"""Batik Studio: compose batik patterns, simulate wax and dye, export print-ready files."""

__version__ = "0.1.0"
