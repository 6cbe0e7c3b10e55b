"""Motifs: what is drawn once and laid over a cloth many times."""
