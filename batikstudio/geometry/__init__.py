"""Plane geometry in millimetres: affine maps, paths, rings, strokes, insets. y points down, angles are clockwise."""
