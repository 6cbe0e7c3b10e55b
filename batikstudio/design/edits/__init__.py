"""Edits: pure functions from a design to a design, one family a module. An edit names its target by id."""
