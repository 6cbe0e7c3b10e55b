"""Ornaments: what the figures of several motifs are built of."""
