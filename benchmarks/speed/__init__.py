"""What reading costs beside bare spaCy and bare Python in the same run: `python -m benchmarks.speed --help`."""
