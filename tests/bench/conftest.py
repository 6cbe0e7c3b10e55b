"""Benchmarks run when they are asked for: ``pytest tests/bench --benchmark-enable``."""

from __future__ import annotations


def pytest_ignore_collect(config):
    return None if config.getoption("benchmark_enable") else True
