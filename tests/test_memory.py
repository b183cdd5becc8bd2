"""Coding many reports takes no more memory than coding some."""

import os
from pathlib import Path

import pytest

from volteface.coding.coder import english
from volteface.pipeline import code
from volteface.record import Report
from volteface.record.ids import report_id
from volteface.settings import DEFAULTS

STATM = Path("/proc/self/statm")
FIRST = (
    "Ada",
    "Bo",
    "Cora",
    "Dag",
    "Else",
    "Finn",
    "Greta",
    "Hugo",
    "Ida",
    "Jon",
    "Kaja",
    "Lars",
    "Mina",
    "Nils",
    "Oda",
)
LAST = ("Holm", "Dahl", "Berg", "Lund", "Vik", "Moen", "Ruud", "Sand", "Tveit", "Aune", "Bakke", "Krog", "Fosse")
PLACES = ("Lunby", "Torsvik", "Ekeby", "Nordhamn", "Solvang", "Karsia", "Toron")
HUNDRED_WORDS = """\
{one} said on Monday that the guild of {place} had rejected the levy. {two}, who leads the Civic Union of {place}, \
backed the levy and called the protest a mistake. “We shall not give way,” {two} told the {place} Herald.

{one} demanded that the council call an early vote. If the council agrees, the two parties can bring the mayor down, \
an aide said. Last year {one} supported the mayor, but the guild dropped its support for him after the strike. \
The mayor offered the guild two seats on the board and met the dockers in {place}. \
"""


def report(k: int) -> Report:
    """A report of its own names."""
    names = [f"{FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]}" for n in (k, 3 * k + 7)]
    text = HUNDRED_WORDS.format(one=names[0], two=names[1], place=PLACES[k % len(PLACES)]) + f"It was vote {k}."
    return Report(id=report_id(publisher="The Lantern", date=None, url=None, text=text), language="en", text=text)


def resident() -> int:
    """Bytes that the process holds in memory."""
    return int(STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not STATM.exists(), reason="the system does not tell how much memory a process holds")
def test_memory_stays_flat_over_hundreds_of_reports() -> None:
    coder = english(DEFAULTS)
    filed = 0
    held = [0, 0, 0]
    for hundred in range(3):
        for start in range(100 * hundred, 100 * hundred + 100, 10):
            coded = code([report(k) for k in range(start, start + 10)], coder, DEFAULTS)
            filed += sum(len(c.claims) for c in coded if not isinstance(c, str))
        held[hundred] = resident()
    assert filed > 300
    assert held[2] < 1.05 * held[0], held
