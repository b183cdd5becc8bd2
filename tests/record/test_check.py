"""`faults` finds what only the whole document can tell, and names the place."""

import pytest
from msgspec.structs import replace

from tests.record.test_document import stance
from volteface.record import Document, Evidence, Ref, Report, Shift
from volteface.record.check import faults
from volteface.record.claims import Driver
from volteface.record.words import ActorId, AttributionId, ReportId

GOOD = stance("The guild is against the levy.", 0, 9)


def with_claim(**changes: object) -> Document:
    return replace(GOOD, claims=(replace(GOOD.claims[0], **changes),))


def test_a_good_record_has_no_faults() -> None:
    assert list(faults(GOOD)) == []


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        (with_claim(evidence=(Evidence(ReportId("r-1"), 0, 99, "x"),)), "claims[0].evidence[0]", "not inside the text"),
        (with_claim(evidence=(Evidence(ReportId("r-1"), 0, 9, "The gild!"),)), "claims[0].evidence[0]", "'The guild'"),
        (with_claim(evidence=(Evidence(ReportId("r-9"), 0, 9, "The guild"),)), "claims[0].evidence[0].report", "'r-9'"),
        (with_claim(holder=Ref(ActorId("a-9"), "the guild")), "claims[0].holder.actor", "'a-9'"),
        (with_claim(holder=Ref(None, "the guild", 3)), "claims[0].holder", "one offset of two"),
        (with_claim(holder=Ref(None, "the guild", 4, 9)), "claims[0].holder", "hold 'guild'"),
        (with_claim(attribution=AttributionId("s-9")), "claims[0].attribution", "'s-9'"),
        (replace(GOOD, reports=(replace(GOOD.reports[0], date="5 March"),)), "reports[0].date", "write 2020"),
        (with_claim(chain=()), "claims[0].chain", "empty"),
        (replace(GOOD, claims=GOOD.claims * 2), "claims", "2 times"),
        (replace(GOOD, reports=(*GOOD.reports, Report(id=ReportId("r-1"), text=""))), "reports", "2 times"),
    ],
)
def test_each_fault_is_found_and_placed(document: Document, place: str, words: str) -> None:
    found = [(f.place, f.message) for f in faults(document)]
    assert any(where == place and words in message for where, message in found), found


def test_a_drivers_words_are_checked_too() -> None:
    claim = GOOD.claims[0]
    shift = Shift(
        id=claim.id,
        report=claim.report,
        chain=claim.chain,
        modality="asserted",
        confidence=0.5,
        coder="test/1",
        evidence=claim.evidence,
        holder=Ref(None, "the guild"),
        target=Ref(None, "the levy"),
        drivers=(Driver(text="money", evidence=(Evidence(ReportId("r-1"), 0, 5, "money"),)),),
    )
    assert [f.place for f in faults(replace(GOOD, claims=(shift,)))] == ["claims[0].drivers[0].evidence[0]"]
