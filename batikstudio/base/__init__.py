"""What every floor may use: errors, words, parameters, units, resources, progress, safe files."""
