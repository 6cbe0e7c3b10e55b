"""How the few compiled kernels are made: numba, without the interpreter's lock, kept in the user's cache folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def kernel(function: F) -> F:
    """Compile ``function`` at its first call, or load what an earlier start compiled.

    No ``fastmath``: a band must equal the same rows of the whole, bit for bit. ``NUMBA_CACHE_DIR`` overrides the
    user's cache folder.
    """
    import numba

    if not os.environ.get("NUMBA_CACHE_DIR"):
        from platformdirs import user_cache_path

        # numba asks where its cache lies when a function is decorated, and its own default is beside the source,
        # where an installed program must not write.
        numba.config.CACHE_DIR = str(user_cache_path("batikstudio") / "kernels")  # type: ignore[attr-defined]
    compiled: Any = numba.njit(cache=True, nogil=True)(function)
    return compiled  # type: ignore[no-any-return]
