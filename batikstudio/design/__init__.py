"""The design: an immutable value that holds a pattern on a cloth and the order in which it is waxed and dyed."""
