"""A report's text -> words, clauses and quotations; structure only, and the only room that knows spaCy."""

from volteface.grammar.clause import Clause
from volteface.grammar.clauses import clause_of, clauses
from volteface.grammar.parse import parse
from volteface.grammar.parsed import Parsed, Span, Word
from volteface.grammar.phrase import clause_span, conjuncts, phrase, subtree

__all__ = [
    "Clause",
    "Parsed",
    "Span",
    "Word",
    "clause_of",
    "clause_span",
    "clauses",
    "conjuncts",
    "parse",
    "phrase",
    "subtree",
]
