"""How a format is to be written, beside the documents themselves."""

from msgspec import Struct


class View(Struct, frozen=True, kw_only=True):
    """What a writer needs to know: whether claims were filtered out, and how wide the page is."""

    filtered: bool = False
    width: int | None = None  # None: 80 columns, or a terminal's own width up to 100


PLAIN = View()
