"""Stable ids: the same input gives the same id on every run and machine, whatever else was read.

An id is a letter for the type and the first 16 hex digits of a SHA-256 over what makes the thing itself.
"""

import hashlib

import msgspec

from volteface.record.words import ActorId, AttributionId, ClaimId, ReportId


def _digest(*parts: object) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]


def report_id(*, publisher: str | None, date: str | None, url: str | None, text: str) -> ReportId:
    """Two outlets that print the same words are two reports."""
    return ReportId("r-" + _digest(publisher, date, url, text))


def actor_id(report: ReportId, first_mention: tuple[int | None, str]) -> ActorId:
    """An actor of one report, known by its first mention: (offset or None, form)."""
    return ActorId("a-" + _digest(report, *first_mention))


def attribution_id(report: ReportId, spans: object, own: object) -> AttributionId:
    """`spans`: offsets of cue and content; `own`: source and classes."""
    return AttributionId("s-" + _digest(report, spans, own))


def claim_id(report: ReportId, kind: str, spans: object, own: object) -> ClaimId:
    """`spans`: evidence offsets; `own`: the fields of the kind."""
    return ClaimId("c-" + _digest(report, kind, spans, own))
