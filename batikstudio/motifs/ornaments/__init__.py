"""Shapes that several parametric motifs draw, one topic a file."""
