"""One document of the record, `volteface/1`, and its JSON in and out."""

from typing import Any, Literal

import msgspec
from msgspec import Struct

from volteface.errors import FormatError
from volteface.record.claims import Claim
from volteface.record.parts import Actor, Attribution, Problem, Report

FORMAT: Literal["volteface/1"] = "volteface/1"


class Document(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Reports with what was filed on them; `problems` are inputs that could not be read."""

    format: Literal["volteface/1"] = FORMAT
    reports: tuple[Report, ...] = ()
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: "Document") -> "Document":
        """Both documents as one, in order; nothing is merged."""
        return Document(
            reports=self.reports + other.reports,
            actors=self.actors + other.actors,
            attributions=self.attributions + other.attributions,
            claims=self.claims + other.claims,
            problems=self.problems + other.problems,
        )


_DECODER = msgspec.json.Decoder(Document)
_ENCODER = msgspec.json.Encoder()


def to_json(document: Document, *, indent: int = 0) -> bytes:
    """The document as UTF-8 JSON; equal documents give equal bytes."""
    raw = _ENCODER.encode(document)
    return msgspec.json.format(raw, indent=indent) if indent else raw


def from_json(raw: bytes | str) -> Document:
    """The document that JSON holds.

    Raises FormatError, naming the place, where it is no JSON or not of the contract's form.
    """
    try:
        return _DECODER.decode(raw)
    except msgspec.ValidationError as error:
        raise FormatError(f"not a volteface/1 record: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"not JSON: {error}") from error


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **msgspec.json.schema(Document),
    }
