"""The project's own tooling, called by ``dev.py``: the environment, the system's part of it, the bundle."""
