"""What a dyer has on the shelf: the dyes, the cloths, and the law by which a cloth takes dye."""
