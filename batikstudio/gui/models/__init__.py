"""Qt models that reflect the design; they hold no state of their own."""
