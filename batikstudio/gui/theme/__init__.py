"""Tokens, palettes, stylesheet, icons and typeface."""
