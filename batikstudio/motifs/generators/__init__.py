"""Parametric motifs: one module declares one `GENERATOR`."""
