"""The subcommands, one module each, each declaring ``COMMAND``."""
