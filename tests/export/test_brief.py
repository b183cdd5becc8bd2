"""The brief: the important first, every line with its sentence, nothing twice, nothing denied as fact."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from volteface.export import write
from volteface.record import Document, Driver, Problem, Ref, Report, Time
from volteface.record.words import ReportId

from .small import (
    TEXT,
    chain,
    demand,
    event,
    evidence,
    full,
    offer,
    ref,
    relation,
    shift,
    small,
    stance,
    written,
)


def brief(*claims: Any, **report: Any) -> str:
    return written("brief", small(*claims, **report))


def headline(text: str) -> str:
    """What stands between the report's header and the first section."""
    return text.split("─\n")[-1].split("WHO ")[0]


def section(text: str, title: str) -> str:
    """The lines under a heading."""
    return text.split(title.upper() + "\n")[1].split("\n\n")[0]


def test_the_header_names_title_publisher_and_date() -> None:
    assert brief().splitlines()[1:3] == ["Mayor drops fight over bridge", "Fenwick Courier, 2024-05-14"]


def test_what_a_report_does_not_tell_of_itself_is_said() -> None:
    lines = brief(title=None, publisher=None, date=None).splitlines()
    assert lines[1:3] == ["Untitled report", "publisher unknown, date unknown"]


def test_a_report_in_which_nothing_is_found_says_so() -> None:
    assert "Nothing is found in this report." in brief()
    assert "No claim of this report passes the filter." in written("brief", small(), filtered=True)


def test_a_turn_is_told_with_sentence_before_cause_and_chain() -> None:
    before = stance(
        "Ada Brook", current=False, time=Time(text="until last year"), evidence=(evidence("which she had fought"),)
    )
    assert headline(brief(shift(), before)) == (
        "Ada Brook turned: against -> for the toll bridge\n"
        "    “Ada Brook, the mayor of Lower Fenwick, has come round to the toll bridge,\n"
        "    which she had fought until last year.”\n"
        "  before: against [until last year]\n"
        "  moved by: a grant from the county\n"
        "    “A grant from the county moved her, an aide said.” — says an aide\n"
        "  says: Fenwick Courier\n\n"
    )


def test_a_stance_that_the_turn_tells_is_not_told_again() -> None:
    assert "WHO WANTS WHAT" not in brief(shift(), stance("Ada Brook", polarity=0.9))


def test_a_weaker_stance_after_the_turn_is_told_with_it() -> None:
    assert "  after: for, with reserve\n" in headline(brief(shift(), stance("Ada Brook", polarity=0.4)))


def test_without_a_turn_the_brief_says_so() -> None:
    assert "No turn is reported." in headline(brief(stance()))


def test_a_filtered_brief_does_not_say_that_there_is_no_turn() -> None:
    for name in ("brief", "markdown"):
        assert "No turn is reported." not in written(name, small(stance()), filtered=True)


@pytest.mark.parametrize("modality", ["denied", "planned", "hypothetical"])
def test_what_is_not_asserted_never_stands_in_the_headline(modality: str) -> None:
    text = brief(shift(modality=modality))
    assert text.split("─\n")[-1].startswith("No turn is reported.\n\nTURNS THAT ARE DENIED, PLANNED OR HYPOTHETICAL")
    assert f"  {modality}: Ada Brook turned: against -> for the toll bridge\n" in text


def test_a_denied_cause_carries_the_word() -> None:
    driver = Driver(text="a bribe", modality="denied")
    assert "moved by: denied: a bribe" in brief(shift(drivers=(driver,)))


def test_what_is_past_says_earlier() -> None:
    assert "    earlier: Tom Reed: against\n" in brief(stance(current=False))
    assert "  earlier, denied: Tom Reed leads the Ferrymen\n" in brief(relation(current=False, modality="denied"))


def test_stances_are_grouped_by_target() -> None:
    text = brief(stance(id="c-1"), stance("the county", polarity=0.5, id="c-2"), stance(target="ships", id="c-3"))
    lines = [line for line in section(text, "Who wants what").splitlines() if "“" not in line]
    wanted = ["the toll bridge", "Tom Reed: against", "the county: for, with reserve", "ships", "Tom Reed: against"]
    assert [line.strip() for line in lines if "who leads" not in line] == wanted


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (demand(), "Tom Reed demanded of the Ferrymen: a ballot"),
        (offer(), "the county offered the Ferrymen: ten boats, in return for: the end of the"),
        (event(date="2024-05-13", time=Time(start="2024-05-13")), "2024-05-13  CONSULT: Tom Reed met Ada Brook"),
        (event(), "undated     CONSULT: Tom Reed met Ada Brook"),
        (relation(), "Tom Reed leads the Ferrymen"),
        (event(condition="if it rains"), "CONSULT: Tom Reed met Ada Brook (condition: if it rains)"),
    ],
)
def test_a_claim_reads_as(claim: Any, line: str) -> None:
    assert line in brief(claim)


def test_events_stand_in_order_of_time_and_then_of_the_text() -> None:
    text = brief(
        event("ACCUSE", id="c-1", evidence=(evidence("denied"),)),
        event("REQUEST", id="c-2", evidence=(evidence("has come"),)),
        event("REJECT", date="2024-05", time=Time(start="2024-05"), id="c-3"),
        event("AID", date="2023", time=Time(start="2023"), id="c-4"),
    )
    types = [word for word in section(text, "Events").split() if word[:-1].isupper() and word.endswith(":")]
    assert types == ["AID:", "REJECT:", "REQUEST:", "ACCUSE:"]


def test_the_same_said_again_is_one_line_with_a_count() -> None:
    text = brief(stance(id="c-1"), stance(id="c-2", polarity=-0.7), stance(id="c-3", target="The toll bridge"))
    assert text.count("Tom Reed: against") == 1
    assert "(also said 2 times)" in text


def test_a_meeting_told_from_both_sides_is_one_event() -> None:
    text = brief(event(id="c-1"), event(doer="Ada Brook", other="Tom Reed", id="c-2"))
    assert text.count("CONSULT") == 1
    assert "(also said once)" in text


def test_an_event_without_a_date_joins_the_same_event_with_one() -> None:
    text = brief(event(id="c-1"), event(id="c-2", date="2024-05-13", time=Time(start="2024-05-13")))
    assert "undated" not in text


def test_meetings_on_two_days_are_two_events() -> None:
    days = [event(id=f"c-{day}", date=day, time=Time(start=day)) for day in ("2024-05-12", "2024-05-13")]
    assert brief(*days).count("CONSULT") == 2


def test_the_denied_and_the_asserted_are_two_lines() -> None:
    assert brief(event(id="c-1"), event(id="c-2", modality="denied")).count("CONSULT") == 2


def test_the_same_turn_told_twice_is_one_headline_with_all_causes() -> None:
    other = shift(id="c-2", from_=None, drivers=(Driver(text="a strike"),))
    text = headline(brief(shift(id="c-1"), other))
    assert text.count("turned:") == 1
    assert text.count("moved by:") == 2


@pytest.mark.parametrize("name", ["he", "They", "this", "  ", "who"])
def test_a_holder_without_a_name_is_hidden_and_counted(name: str) -> None:
    text = brief(stance(name), stance(target=name, id="c-2"), demand(name), relation(subject=Ref(None, name)))
    assert "WHO WANTS WHAT" not in text
    assert "TIES" not in text
    note = "Left out: 4 claims naming nobody or saying nothing new; --format table shows all."
    assert note in " ".join(text.split())


def test_a_tie_that_the_name_already_tells_is_left_out() -> None:
    tie = relation(subject=Ref(None, "a spokesman of the Ferrymen"), predicate="spokesman of")
    assert "TIES" not in brief(tie)


def test_where_the_holder_stood_is_told_only_where_that_adds_something() -> None:
    assert "before:" not in brief(shift(), stance("Ada Brook", current=False, evidence=(evidence("the toll bridge"),)))


def test_a_reader_that_leaves_early_is_left_to_the_caller() -> None:
    class Closed(io.StringIO):
        def write(self, words: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        write("brief", [full()], Closed())


def test_a_pronoun_is_shown_as_the_actor_that_it_means() -> None:
    assert "Tom Reed: against" in brief(replace(stance(), holder=replace(ref("Tom Reed"), text="he")))


def test_the_arguable_stands_last_and_no_more_than_a_few() -> None:
    doubtful = [stance(target=f"plan {n}", id=f"c-{n}", confidence=0.4) for n in range(11)]
    text = brief(stance(), shift(confidence=0.3, id="c-turn"), *doubtful)
    before, arguable = text.split("ARGUABLE (CONFIDENCE UNDER 0.5)")
    assert "plan" not in before
    assert "turned" not in before
    assert arguable.count(": against") == 8
    assert "Left out: 4 more arguable lines; --format table shows all." in arguable


def test_who_says_so_is_a_tree_with_counts() -> None:
    text = brief(shift(), stance(id="c-1", chain=chain("Tom Reed")), demand(chain=chain("Tom Reed", "a friend")))
    assert section(text, "Who says so").splitlines() == [
        "Fenwick Courier: 1 claim in its own voice",
        "├── Tom Reed: 1 claim",
        "│   └── a friend: 1 claim",
        "└── an aide (unnamed): 1 cause",
    ]


def test_an_unknown_publisher_and_source_are_said() -> None:
    text = brief(stance(chain=(Ref(), Ref())))
    assert "publisher unknown\n└── a source that the report does not name: 1 claim" in text


def test_several_reports_end_in_totals_that_say_what_they_are_not() -> None:
    text = written("brief", full(), small())
    assert " ".join(text.split()).endswith(
        "2 reports, 1 turn, 6 claims, 12 actors. Actors are not merged across reports yet: "
        "who stands in two reports counts twice."
    )


def test_two_reports_in_one_document_have_two_sections() -> None:
    first = full()
    second = Report(id=ReportId("r-2"), text="Rain.")
    text = written("brief", replace(first, reports=(*first.reports, second)))
    assert text.count("turned:") == 1
    assert "Nothing is found in this report." in text


def test_problems_stand_at_the_end() -> None:
    text = written("brief", Document(problems=(Problem("a.txt", "is empty; write something"),)), full())
    assert text.endswith("NOT READ\n  a.txt: is empty; write something\n")


def test_right_to_left_text_is_printed_as_it_is() -> None:
    words = "رفض الوزير الجسر"
    found = evidence(words, words)
    assert f"“{words}”" in brief(stance("الوزير", evidence=(found,)), text=words)


HOSTILE = "\x1b]0;owned\x07\x1b[31m \x9b2J \u202e[bold red]x[/]\n\x00{} <b> :smile: \ud800"


def test_nothing_in_a_report_steers_the_terminal_or_is_read_as_markup() -> None:
    text = brief(
        stance(HOSTILE, HOSTILE, evidence=(evidence(HOSTILE, HOSTILE),), chain=(Ref(None, HOSTILE),)),
        text=HOSTILE,
        title=HOSTILE,
        publisher=HOSTILE,
        date=HOSTILE,
    )
    assert [c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)] == []
    assert not set("\u202e\ud800") & set(text)
    assert "[bold red]x[/]" in text
    assert ":smile:" in text


@given(
    name=st.text(min_size=1, max_size=120),
    cut=st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 200)),
    modality=st.sampled_from(["asserted", "denied", "planned", "hypothetical"]),
)
def test_no_line_is_wider_than_the_page_or_ends_in_blanks(name: str, cut: tuple[int, int], modality: str) -> None:
    words = TEXT[cut[0] : sum(cut)]
    spans = (evidence(words),)
    text = brief(
        shift(holder=Ref(None, name), modality=modality, evidence=spans),
        stance(name, evidence=spans, id="c-2"),
        event(doer=name, evidence=spans, id="c-3"),
    )
    lines = text.splitlines()
    assert [line for line in lines if cell_len(line) > 80] == []
    assert [line for line in lines if line != line.rstrip(" ")] == []


def test_no_colour_off_a_terminal_whatever_the_environment_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    text = written("brief", full())
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80


class Terminal(io.StringIO):
    """A page on a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_only_the_word_denied_has_its_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = Terminal()
    write("brief", [small(relation(modality="denied"))], out)
    assert "\x1b[1;33mdenied: \x1b[0mTom Reed leads the Ferrymen" in out.getvalue()
