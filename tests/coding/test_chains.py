"""Attributions and their chains: nesting to any depth, and through whom a stretch of text is told."""

from tests.coding.conftest import parse_one
from volteface.coding.chains import Spoken
from volteface.coding.mentions import cast
from volteface.coding.rules.attribution import quotes
from volteface.grammar import Span
from volteface.record import Document, Report
from volteface.record.check import faults
from volteface.record.ids import report_id


def spoken(text: str, publisher: str | None = "The Ledger") -> Spoken:
    """The attributions of one text."""
    parsed = parse_one(text)
    report = Report(id=report_id(publisher=publisher, date=None, url=None, text=text), publisher=publisher, text=text)
    known = cast(parsed, report)
    return Spoken(quotes(parsed, known), known, report)


def chains(text: str) -> dict[str, list[str]]:
    """Cue -> the sources of its chain."""
    return {a.cue.quote: [ref.text for ref in a.chain] for a in spoken(text).records if a.cue}


def span(text: str, words: str) -> Span:
    """Where the words stand."""
    return Span(text.index(words), text.index(words) + len(words))


def test_a_chain_leads_from_the_publisher_to_the_source() -> None:
    assert chains("The mayor said that the bridge was unsafe.") == {"said": ["The Ledger", "The mayor"]}


def test_an_unknown_publisher_is_an_empty_reference() -> None:
    (record,) = spoken("The mayor said that the bridge was unsafe.", publisher=None).records
    assert (record.chain[0].actor, record.chain[0].text) == (None, "")


def test_what_stands_in_a_content_is_told_through_its_source() -> None:
    made = chains("The paper writes that the envoy said that the rebels had promised to leave.")
    assert made["writes"] == ["The Ledger", "The paper"]
    assert made["said"] == ["The Ledger", "The paper", "the envoy"]
    assert made["had promised"] == ["The Ledger", "The paper", "the envoy", "the rebels"]


def test_according_to_stands_around_the_sentence() -> None:
    made = chains("Wang said that the talks had failed, according to a diplomat.")
    assert made["said"] == ["The Ledger", "a diplomat", "Wang"]


def test_a_cited_source_stands_within_and_a_quoting_one_around() -> None:
    within = chains("The daily, citing two aides, reported that the talks had failed.")
    assert within["citing"] == ["The Ledger", "The daily", "two aides"]
    around = chains("Two officials, quoted by the agency, feared that the talks would fail.")
    assert around["feared"] == ["The Ledger", "the agency", "Two officials"]


def test_whom_a_medium_quotes_speaks_through_it() -> None:
    made = chains("The daily quoted an aide as saying that the talks had failed.")
    assert made["saying"] == ["The Ledger", "The daily", "an aide"]


def test_a_nameless_source_speaks_through_its_medium_for_the_rest_of_the_paragraph() -> None:
    first = "The daily quoted a source as saying that the talks had failed."
    assert chains(f"{first} The source added that more would follow.")["added"] == [
        "The Ledger",
        "The daily",
        "The source",
    ]
    assert chains(f"{first}\n\nA source added that more would follow.")["added"] == ["The Ledger", "A source"]


def test_speakers_side_by_side_are_not_nested() -> None:
    made = chains("The mayor said that the bridge was unsafe. The council denied that it was.")
    assert made["denied"] == ["The Ledger", "The council"]


def test_nobody_is_in_the_chain_as_an_empty_reference() -> None:
    (record,) = spoken("The premier is expected to resign.").records
    assert (record.source.spans, record.source.kind, record.chain[-1].text) == ((), "unnamed", "")


def test_holding_is_the_innermost_content() -> None:
    text = "The paper writes that the envoy said that the rebels had left."
    record = spoken(text).holding(span(text, "the rebels had left"))
    assert record is not None
    assert record.source.text == "the envoy"


def test_an_act_of_speech_is_voiced_by_its_speaker_and_told_by_the_author() -> None:
    text = "The union demanded a new vote."
    made = spoken(text)
    voiced = made.voiced(span(text, "The union demanded a new vote"))
    assert voiced is not None
    assert voiced.source.text == "The union"
    assert made.within(span(text, "The union demanded a new vote")) is None


def test_what_nobody_says_is_held_by_nobody() -> None:
    text = "Rain fell in the south. The mayor said that the bridge was unsafe."
    assert spoken(text).holding(span(text, "Rain fell")) is None


def test_records_keep_the_contract() -> None:
    text = (
        'DANAS quotes an aide as saying that Vucic had accepted the text "word for word". "We wait," he said. '
        '"We shall see."\n\nAccording to the tabloid, Rakic said that Serbs would put up barricades.'
    )
    made = spoken(text)
    actors = tuple(made.cast.actors.values())
    assert list(faults(Document(reports=(made.report,), actors=actors, attributions=tuple(made.records)))) == []
    assert made.records == spoken(text).records


def test_nesting_without_end_has_an_end() -> None:
    records = spoken("He said that " * 200 + "it rained.").records
    assert max(len(r.chain) for r in records) < 50
