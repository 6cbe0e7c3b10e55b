"""Repeats and symmetry: the 17 wallpaper and 7 frieze groups, lattices, and the copies that touch a rectangle."""
