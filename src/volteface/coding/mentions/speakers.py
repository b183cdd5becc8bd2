"""Quotations -> who speaks them, by the verb of speech beside them; "I" and "we" inside mean that speaker.

Where no verb of speech stands beside a quotation, it goes on from the one before in the same paragraph, or is nobody's.
"""

import re
from collections.abc import Mapping

from volteface.coding.mentions.candidate import NameFound, speech
from volteface.coding.mentions.entity import Entity, Stage
from volteface.coding.mentions.known import met
from volteface.grammar import Parsed
from volteface.grammar.subjects import surface_subjects

_REACH = 25  # words on either side of a quotation in which its verb of speech is looked for
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


class Speakers:
    """The speaker's head word of every quotation, found when first asked for."""

    def __init__(self, parsed: Parsed, names: Mapping[int, NameFound]) -> None:
        self.parsed = parsed
        self.names = names
        self._known: dict[int, int | None] = {}

    def head(self, quotation: int) -> int | None:
        """The head word of the phrase for whoever speaks the quotation."""
        chain = []
        q = quotation
        while q not in self._known:
            found = self._beside(q)
            if found is not None or q == 0 or not self._goes_on(q):
                self._known[q] = found
                break
            chain.append(q)
            q -= 1
        for later in chain:
            self._known[later] = self._known[q]
        return self._known[quotation]

    def entity_outside(self, stage: Stage, word: int) -> Entity | None:
        """The speaker of the quotation that the word stands in, as far as it is known."""
        quotation = self.parsed.quotation_at[word]
        head = self.head(quotation) if quotation is not None else None
        if head is None:
            return None
        ahead = self.names.get(head) if head > word else None
        return met(stage, ahead) if ahead is not None else stage.entity_at(head)

    def _goes_on(self, q: int) -> bool:
        """Whether no paragraph ends between the quotation and the one before."""
        before, here = self.parsed.quotations[q - 1], self.parsed.quotations[q]
        return here.start - before.end < 600 and not _PARAGRAPH.search(self.parsed.text, before.end, here.start)

    def _beside(self, q: int) -> int | None:
        inside = self.parsed.words_in(self.parsed.quotations[q])
        if not inside:
            return None
        return self._after(inside[-1]) or self._before(inside[0])

    def _after(self, last: int) -> int | None:
        sentence = self.parsed.words[last].sentence
        return self._speaker(range(last + 1, min(last + _REACH, len(self.parsed.words))), {sentence})

    def _before(self, first: int) -> int | None:
        sentence = self.parsed.words[first].sentence
        near = {sentence}
        if first > 1 and self.parsed.words[first - 2].text == ":":
            near.add(sentence - 1)
        return self._speaker(range(first - 1, max(-1, first - _REACH), -1), near)

    def _speaker(self, words: range, sentences: set[int]) -> int | None:
        """The subject of the first verb of speech among the words that stand in the sentences, outside quotations."""
        parsed = self.parsed
        for i in words:
            word = parsed.words[i]
            if word.sentence not in sentences or parsed.quotation_at[i] is not None:
                return None
            if word.pos in ("VERB", "AUX") and word.lemma in speech():
                subject = next((s for s in surface_subjects(parsed, i) if parsed.quotation_at[s] is None), None)
                if subject is not None:
                    return subject
            if word.text.lower() == "according" and i + 1 < len(parsed.words):
                below = parsed.child(i + 1, "pobj")
                if below is not None:
                    return below
        return None
