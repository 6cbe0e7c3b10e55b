"""What the fillers (isen-isen) share: the space they lie in, rows, grids, scatter, stamps."""
