"""The ``.batik`` file: one deterministic zip, written safely and read within limits."""

from __future__ import annotations

from batikstudio.project.load import Loaded, load
from batikstudio.project.save import save

__all__ = ["Loaded", "load", "save"]
