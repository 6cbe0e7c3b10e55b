"""What files say they were made with."""

from __future__ import annotations

from batikstudio import __version__

SOFTWARE = f"Batik Studio {__version__}"
