"""How far what the coder files agrees with what careful analysts filed: `python -m benchmarks.quality --help`."""
