"""One filler (isen-isen) a module, each declaring ISEN."""
