"""Errors of volteface, one class per reaction of the caller; every message says thing, fault and cure."""


class VoltefaceError(Exception):
    """Something that volteface can explain; the command line prints the message and ends with status 1."""


class InputError(VoltefaceError):
    """One input cannot be read; it becomes a problem in the document and the others are still read."""


class UsageError(VoltefaceError):
    """The request itself is wrong; the command line prints the message and ends with status 2."""


class FormatError(VoltefaceError):
    """A JSON record is not what the contract says; the message names the place."""
