"""A claim in one line reads as English."""

from typing import Any, get_args

import pytest
from msgspec.structs import replace

from volteface.record import Participant, Ref, Term
from volteface.record.kinds import EVENT_WORDS, degree, position, sentence, sides
from volteface.record.words import EventType

from .small import demand, event, offer, ref, relation, shift, stance


def told(claim: Any) -> str:
    return sentence(claim, lambda ref: ref.text if ref else "")


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (stance(), "Tom Reed: against the toll bridge"),
        (stance(polarity=0.5), "Tom Reed: for the toll bridge, with reserve"),
        (stance(polarity=0), "Tom Reed: neutral on the toll bridge"),
        (shift(), "Ada Brook turned: against -> for the toll bridge"),
        (shift(from_=None), "Ada Brook turned: for the toll bridge"),
        (shift(to=None), "Ada Brook turned: against -> open on the toll bridge"),
        (shift(to=0.0), "Ada Brook turned: against -> neutral on the toll bridge"),
        (shift(from_=0.3), "Ada Brook turned: weakly for -> for the toll bridge"),
        (shift(from_=0.9, to=0.3), "Ada Brook turned: for -> weakly for the toll bridge"),
        (shift(from_=None, to=None), "Ada Brook changed position on the toll bridge"),
        (event("ACCUSE"), "ACCUSE: Tom Reed accused Ada Brook"),
        (event("PROTEST", other=""), "PROTEST: Tom Reed protested"),
        (event("ASSAULT", doer=""), "ASSAULT: an attack on Ada Brook"),
        (event("ASSAULT", doer="", other=""), "ASSAULT: somebody made an attack"),
        (event("REJECT", topic="a truce"), "REJECT: Tom Reed rebuffed Ada Brook: a truce"),
        (
            event("ASSAULT", place=ref("the quay"), magnitude={"dead": "six"}),
            "ASSAULT: Tom Reed attacked Ada Brook (the quay; dead: six)",
        ),
        (offer(), "the county offered the Ferrymen: ten boats, in return for: the end of the blockade"),
        (offer(proposer=None, recipient=None, conditions=()), "somebody offered: ten boats"),
        (offer(benefits=(), conditions=()), "the county offered the Ferrymen: something unsaid"),
        (offer(benefits=(Term("a"), Term("b")), conditions=()), "the county offered the Ferrymen: a; b"),
        (demand(), "Tom Reed demanded of the Ferrymen: a ballot"),
        (relation(), "Tom Reed leads the Ferrymen"),
        (relation(predicate="finance minister of"), "Tom Reed, finance minister of the Ferrymen"),
        (relation(predicate="members of"), "Tom Reed, members of the Ferrymen"),
        (relation(predicate="owns a third of"), "Tom Reed owns a third of the Ferrymen"),
        (relation(predicate="backed by"), "Tom Reed, backed by the Ferrymen"),
        (relation(predicate=" "), "Tom Reed, tied to the Ferrymen"),
    ],
)
def test_reads_as(claim: Any, line: str) -> None:
    assert told(claim) == line


def test_doers_are_listed_once_each() -> None:
    parties = tuple(Participant(text=name, role="actor") for name in ("A", "B", "A", "C"))
    assert told(replace(event(), participants=parties)) == "CONSULT: A, B and C met"


def test_every_type_of_event_has_words() -> None:
    assert set(EVENT_WORDS) == set(get_args(EventType))


def test_positions_in_words() -> None:
    assert [position(value) for value in (None, -1, 0.1, 0.2)] == ["open", "against", "neutral", "for"]
    assert [degree(value) for value in (-0.5, 0.6, 0.7)] == ["against, with reserve", "for, with reserve", "for"]


def test_sides_of_a_claim() -> None:
    first, second = sides(event())
    assert [r.text for r in (*first, *second)] == ["Tom Reed", "Ada Brook"]
    assert sides(offer(recipient=None)) == ([ref("the county")], [])
    assert sides(stance())[1] == [Ref(None, "the toll bridge")]
