"""From a hand to a motif: strokes of a pointer, pencil drawings on paper, photographs of cloth."""
