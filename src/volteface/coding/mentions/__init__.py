"""A parse -> the cast of its report: every mention of an actor and whom it means."""

from volteface.coding.mentions.find import cast

__all__ = ["cast"]
