"""Inputs (files, folders, standard input) -> `Report` records; what cannot be read becomes a `Problem`, never an error.

One module per format. Nothing here calls the network, and no library that is slow to load loads before it is needed.
"""

from volteface.reading.inputs import SUFFIXES, Received, read_inputs, receive
from volteface.reading.language import Guess, detect

__all__ = ["SUFFIXES", "Guess", "Received", "detect", "read_inputs", "receive"]
