"""A document and what a reader wants -> the document with those claims alone.

What is left stays valid: attributions and actors that the claims rest on are kept, with all that those rest on.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from volteface.export.names import folded
from volteface.record import Actor, Attribution, Claim, Document, Participant, Ref, Shift, Source
from volteface.record.kinds import kind_of, refs
from volteface.record.words import AttributionId, ClaimKind


class Wanted(Struct, frozen=True, kw_only=True):
    """Which claims a reader wants; every claim, unless told otherwise."""

    kinds: frozenset[ClaimKind] = frozenset()
    actor: str | None = None
    min_confidence: float = 0.0


def selected(document: Document, wanted: Wanted) -> Document:
    """The document with the wanted claims, and what they rest on; the very document if all are wanted."""
    if wanted == Wanted():
        return document
    matching = _matching(document, wanted.actor)
    claims = tuple(claim for claim in document.claims if _is_wanted(claim, wanted, matching))
    attributions = _attributions(document, claims)
    used = {ref.actor for row in (*claims, *attributions) for ref in _rests_on(row)}
    return replace(
        document,
        claims=claims,
        attributions=attributions,
        actors=tuple(actor for actor in document.actors if actor.id in used),
    )


def _is_wanted(claim: Claim, wanted: Wanted, matching: set[str]) -> bool:
    if wanted.kinds and kind_of(claim).name not in wanted.kinds:
        return False
    if claim.confidence < wanted.min_confidence:
        return False
    return wanted.actor is None or any(
        ref.actor in matching if ref.actor else folded(wanted.actor) in folded(ref.text) for _, ref in refs(claim)
    )


def _matching(document: Document, name: str | None) -> set[str]:
    """Ids of the actors that have the name, or a part of one, whatever its case and accents."""
    return {a.id for a in document.actors if name is not None and _has_name(a, folded(name))}


def _has_name(actor: Actor, part: str) -> bool:
    return any(part in folded(form) for form in (actor.name, *actor.aliases))


def _rests_on(row: Claim | Attribution) -> Iterator[Ref | Participant | Source]:
    yield from row.chain
    if isinstance(row, Attribution):
        yield row.source
    else:
        yield from (ref for _, ref in refs(row))


def _attributions(document: Document, claims: tuple[Claim, ...]) -> tuple[Attribution, ...]:
    """Those that the claims and their drivers name, and the ones that those are nested in."""
    by_id = {row.id: row for row in document.attributions}
    waiting = [id for claim in claims for id in _named(claim)]
    used: set[AttributionId] = set()
    while waiting:
        id = waiting.pop()
        if id is not None and id in by_id and id not in used:
            used.add(id)
            waiting.append(by_id[id].parent)
    return tuple(row for row in document.attributions if row.id in used)


def _named(claim: Claim) -> Iterator[AttributionId | None]:
    yield claim.attribution
    if isinstance(claim, Shift):
        yield from (driver.attribution for driver in claim.drivers)
