"""What every test of the window needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from batikstudio.gui.collector import Collector


@pytest.fixture(scope="session", autouse=True)
def collector(qapp: object) -> Iterator[Collector]:
    """Collect garbage where the program does."""
    made = Collector()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def garbage_of_the_test(collector: Collector) -> Iterator[None]:
    """Leave no widgets of one test to the next."""
    yield
    collector.collect()
