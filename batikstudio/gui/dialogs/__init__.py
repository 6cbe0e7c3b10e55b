"""What needs a window of its own."""
