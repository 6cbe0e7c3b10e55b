"""Fillers: one module declares one `ISEN`."""
