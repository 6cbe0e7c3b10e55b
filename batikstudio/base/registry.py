"""Adding a thing is adding a file: find the records that the modules of a package declare."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def declared(package: ModuleType, name: str, kind: type[T]) -> dict[str, T]:
    """Collect the record ``name`` of every module in ``package``.

    Parameters
    ----------
    package : module
        The package to scan, such as ``batikstudio.export.formats``.
    name : str
        The record's name in each module, such as ``"FORMAT"``.
    kind : type
        What each record must be an instance of.

    Returns
    -------
    dict of str to record
        Keyed by module name, in the order of the names.

    Raises
    ------
    TypeError
        If a module lacks the record or holds something else under its name: a fault of the program.
    """
    found: dict[str, T] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        record = getattr(module, name, None)
        if not isinstance(record, kind):
            raise TypeError(f"{module.__name__} must define {name} of type {kind.__name__}")
        found[info.name] = record
    return found
