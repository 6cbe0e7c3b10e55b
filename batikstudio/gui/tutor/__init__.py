"""The symmetry tutor."""
