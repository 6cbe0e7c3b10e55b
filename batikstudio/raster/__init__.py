"""From rings in mm to coverage in pixels: exact, so that bands, tiles and repeats agree in every byte."""
