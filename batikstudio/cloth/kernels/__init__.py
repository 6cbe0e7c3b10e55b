"""The compiled loops of the simulation."""

from __future__ import annotations


def warm_up() -> None:
    """Compile the kernels, or load what an earlier start compiled: coverage, fields, dyeing, colour."""
    from batikstudio.cloth.kernels import dyeing, noise
    from batikstudio.raster import kernel

    kernel.warm_up()
    noise.warm_up()
    dyeing.warm_up()
