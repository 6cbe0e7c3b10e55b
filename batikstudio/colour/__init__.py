"""From absorption to colour: Kubelka-Munk, the eye, colour spaces and colour differences."""
