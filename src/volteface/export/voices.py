"""A document's chains -> a tree of voices: the publisher, whom it cites, whom those cite in turn.

A claim counts where its chain ends, so the numbers of a tree add up to the claims of its report.
"""

from collections.abc import Iterator

from msgspec import Struct, field

from volteface.export.names import chain_names, key
from volteface.record import Document, Ref, Shift
from volteface.record.kinds import Named


class Voice(Struct):
    """One source: its name, whether the report withholds it, how much ends with it, and whom it cites."""

    name: str
    unnamed: bool = False
    claims: int = 0
    causes: int = 0
    inner: "dict[str, Voice]" = field(default_factory=dict)

    @property
    def total(self) -> int:
        """What rests on this voice, cited ones included."""
        return self.claims + self.causes + sum(voice.total for voice in self.inner.values())

    def cited(self) -> "list[Voice]":
        """Whom this voice cites, those with most to say first."""
        return sorted(self.inner.values(), key=lambda voice: -voice.total)


def voices(document: Document, named: Named) -> list[Voice]:
    """The document's outermost voices; one per publisher."""
    root = Voice("")
    unnamed = _unnamed(document, named)
    for chain, is_cause in _chains(document):
        voice = root
        for name in chain_names(chain, named):
            voice = voice.inner.setdefault(key(name), Voice(name, unnamed=key(name) in unnamed))
        if is_cause:
            voice.causes += 1
        else:
            voice.claims += 1
    return root.cited()


def _chains(document: Document) -> Iterator[tuple[tuple[Ref, ...], bool]]:
    """Every claim's chain, and that of each cause which has a source of its own."""
    attributions = {row.id: row for row in document.attributions}
    for claim in document.claims:
        yield claim.chain, False
        for driver in claim.drivers if isinstance(claim, Shift) else ():
            own = attributions.get(driver.attribution) if driver.attribution else None
            if own and driver.attribution != claim.attribution:
                yield own.chain, True


def _unnamed(document: Document, named: Named) -> set[str]:
    """Keys of the sources that a report cites without naming them."""
    withheld = {actor.id for actor in document.actors if actor.kind == "unnamed"}
    found: set[str] = set()
    for row in document.attributions:
        if row.chain[1:] and (row.source.kind == "unnamed" or row.source.actor in withheld):
            found.add(key(chain_names(row.chain, named)[-1]))
    return found
