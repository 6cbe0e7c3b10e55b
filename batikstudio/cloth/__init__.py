"""The cloth: what wax and dye do to it, computed pixel by pixel, the same for a screen and for a print file."""
