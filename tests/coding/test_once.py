"""What a report tells twice is filed once, with both places; what differs in anything that matters stays apart."""

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from volteface.coding.filing import Filed
from volteface.coding.finding import Reason
from volteface.coding.once import once
from volteface.record import Claim, Demand, Event, Evidence, Offer, Participant, Ref, Relation, Shift, Stance, Term
from volteface.record.words import ActorId, ClaimId, ReportId

REPORT = ReportId("r-1")
GUILD, UNION, PUBLISHER = (Ref(ActorId(f"a-{name}"), name) for name in ("guild", "union", "The Lantern"))
LEVY = Ref(None, "the levy")


def place(start: int, end: int) -> Evidence:
    """A place in the report."""
    return Evidence(REPORT, start, end, "x" * (end - start))


def shared(id: str, start: int, confidence: float = 0.7) -> dict[str, object]:
    """The fields that claims of every kind have."""
    return {
        "id": ClaimId(id),
        "report": REPORT,
        "chain": (PUBLISHER,),
        "modality": "asserted",
        "confidence": confidence,
        "coder": "test/1",
        "evidence": (place(start, start + 10),),
    }


def stance(id: str, start: int, confidence: float = 0.7) -> Stance:
    """The guild is against the levy."""
    return Stance(holder=GUILD, target=LEVY, polarity=-0.9, **shared(id, start, confidence))  # type: ignore[arg-type]


def kept(*claims: Claim) -> list[Claim]:
    """What is left of the claims."""
    return [f.claim for f in once([Filed(c, Reason("rule", None, "says")) for c in claims])]


def ids(claims: Iterable[Claim]) -> list[str]:
    return [c.id for c in claims]


def test_what_is_told_twice_is_one_claim_with_both_places() -> None:
    (claim,) = kept(stance("c-1", 0), stance("c-2", 50))
    assert claim == replace(stance("c-1", 0), evidence=(place(0, 10), place(50, 60)))


def test_the_likelier_telling_stands() -> None:
    (claim,) = kept(stance("c-1", 0, 0.5), stance("c-2", 50, 0.9))
    assert (claim.id, claim.confidence) == ("c-2", 0.9)
    assert claim.evidence == (place(50, 60), place(0, 10))


def test_places_that_touch_are_shown_once() -> None:
    (claim,) = kept(stance("c-1", 0), stance("c-2", 5))
    assert claim.evidence == (place(0, 10),)


def test_three_places_are_enough() -> None:
    (claim,) = kept(*(stance(f"c-{k}", 20 * k) for k in range(9)))
    assert len(claim.evidence) == 3


def test_claims_come_in_the_order_of_the_text() -> None:
    early, late = stance("c-1", 0, 0.4), replace(stance("c-2", 50, 0.9), holder=UNION)
    assert ids(kept(late, early)) == ["c-1", "c-2"]


def test_nothing_filed_is_nothing_kept() -> None:
    assert kept() == []


@pytest.mark.parametrize(
    "other",
    [
        {"holder": Ref(ActorId("a-guild"), "it", 3, 5)},
        {"target": Ref(None, "this new levy")},
        {"polarity": -0.5},
    ],
    ids=str,
)
def test_other_words_for_the_same_are_the_same(other: dict[str, object]) -> None:
    assert len(kept(stance("c-1", 0), replace(stance("c-2", 50), **other))) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"holder": UNION},
        {"target": Ref(None, "the toll")},
        {"polarity": 0.9},
        {"polarity": 0.0},
        {"modality": "denied"},
        {"current": False},
        {"chain": (PUBLISHER, UNION)},
    ],
    ids=str,
)
def test_what_differs_stays_apart(other: dict[str, object]) -> None:
    assert len(kept(stance("c-1", 0), replace(stance("c-2", 50), **other))) == 2


def every_kind(start: int) -> list[Claim]:
    """One claim of each kind, each beginning at its own place."""
    rows: list[Claim] = [
        stance(f"c-stance-{start}", start),
        Shift(holder=GUILD, target=LEVY, to=0.5, **shared(f"c-shift-{start}", start + 1)),  # type: ignore[arg-type]
        Event(
            type="REJECT",
            participants=(Participant(actor=GUILD.actor, text="guild", role="actor"),),
            **shared(f"c-event-{start}", start + 2),  # type: ignore[arg-type]
        ),
        Offer(proposer=GUILD, benefits=(Term("a seat"),), **shared(f"c-offer-{start}", start + 3)),  # type: ignore[arg-type]
        Demand(by=GUILD, what="leave the town", **shared(f"c-demand-{start}", start + 4)),  # type: ignore[arg-type]
        Relation(subject=GUILD, predicate="leads", object=UNION, **shared(f"c-tie-{start}", start + 5)),  # type: ignore[arg-type]
    ]
    return rows


def test_claims_of_different_kinds_stay_apart() -> None:
    assert len(kept(*every_kind(0))) == 6


@pytest.mark.parametrize("k", range(6), ids=lambda k: type(every_kind(0)[k]).__name__)
def test_every_kind_is_filed_once_and_its_denial_apart(k: int) -> None:
    one, again = every_kind(0)[k], every_kind(100)[k]
    assert [len(c.evidence) for c in kept(one, again)] == [2]
    assert len(kept(one, replace(again, modality="denied"))) == 2
