"""The benchmarks: what they add up, compare and print, over material made in the test."""
