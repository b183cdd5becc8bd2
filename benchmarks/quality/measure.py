"""Cases -> one Result each: what the coder filed on a report, counted against its analyst's coding."""

import json
import multiprocessing
import os
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from msgspec import Struct

from benchmarks.quality import cases, mentions, rulers, shown, tally
from benchmarks.quality.calibration import Outcome
from benchmarks.quality.cases import Case
from benchmarks.quality.coders import Coded, Read, coded
from volteface import pipeline

Json = dict[str, Any]
EMPTY: Json = {"reports": [], "actors": [], "attributions": [], "claims": []}
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


class Task(Struct, frozen=True, kw_only=True):
    """Where the material lies, where documents go, and whether misses are told."""

    data: Path
    out: Path
    show: bool = False


class Result(Struct, frozen=True, kw_only=True):
    """One report's counts, the outcome of each filed claim, seconds of coding, and lines for a reader."""

    case: Case
    counts: tally.Counts
    outcomes: list[Outcome] = []
    seconds: float = 0.0
    shown: list[str] = []
    trouble: list[str] = []


def measured(wanted: list[Case], task: Task, *, jobs: int) -> list[Result]:
    """All results, in the order of the cases; each process loads the coder once."""
    parts = cases.shares(wanted, max(1, jobs))
    if len(parts) == 1:
        results = [share(parts[0], task)]
    else:
        for name in ONE_THREAD:
            os.environ.setdefault(name, "1")
        with ProcessPoolExecutor(len(parts), mp_context=multiprocessing.get_context("spawn")) as pool:
            results = list(pool.map(share, parts, [task] * len(parts)))
    by_case = {result.case: result for part in results for result in part}
    return [by_case[case] for case in wanted]


def share(part: list[Case], task: Task, read: Read | None = None) -> list[Result]:
    """One process's cases, coded in one go; `read` is pipeline.read unless a test gives another."""
    documents = coded([case.text for case in part], read or pipeline.read)
    return [result(case, one, task) for case, one in zip(part, documents, strict=True)]


def result(case: Case, one: Coded, task: Task) -> Result:
    """One report, held against its analyst's coding and, where there is one, against its gold facts."""
    agree, score = rulers.agree(task.data), rulers.score(task.data)
    gold = tally.with_actors(json.loads(case.gold.read_text(encoding="utf-8")))
    doc = tally.with_actors(one.document or EMPTY)
    text = doc["reports"][0]["text"] if doc.get("reports") else gold["reports"][0]["text"]
    claims = tally.matched(agree, doc, gold)
    counts = tally.claim_counts(agree, doc, gold, claims)
    counts += tally.attribution_counts(agree, doc, gold)
    counts += tally.near_miss_counts(doc, gold)
    counts += mentions.counts(mentions.ours(one.report, doc), gold, agree.content)
    if case.set == "reports":
        counts += tally.fact_counts(score, case.name, doc)
    trouble = list(_trouble(one, text, gold))
    counts += _run_counts(one, trouble, agree.misplaced([doc["claims"], doc["attributions"]], text))
    if one.raw:
        (task.out / f"{case.name}.json").write_bytes(one.raw)
    lines = [*shown.facts(score, case.name, doc), *shown.claims(case.name, text, claims, agree.PARTS)]
    return Result(
        case=case,
        counts=counts,
        outcomes=[(c["confidence"], i in claims.pairs) for i, c in enumerate(claims.ours)],
        seconds=one.seconds,
        shown=lines if task.show else [],
        trouble=[f"{kind}: {case.name}: {message}" for kind, message in trouble],
    )


def total(results: Iterable[Result]) -> tally.Counts:
    """The counts of many reports as one."""
    added: tally.Counts = Counter()
    for one in results:
        added.update(one.counts)
    return added


def _trouble(one: Coded, text: str, gold: Json) -> Iterable[tuple[str, str]]:
    """(crashed | unread | texts_differ, message) for a report that was not coded as it stands."""
    if one.crash:
        yield "crashed", one.crash
        return
    for problem in one.document.get("problems") or []:
        yield "unread", problem["message"]
    if text != gold["reports"][0]["text"]:
        yield "texts_differ", "the text that was coded is not the one that the analyst's offsets count in"


def _run_counts(one: Coded, trouble: list[tuple[str, str]], misplaced: int) -> tally.Counts:
    counts = Counter(kind for kind, _ in trouble)
    counts.update({"reports": 1, "dropped": one.dropped, "misplaced": misplaced})
    return counts
