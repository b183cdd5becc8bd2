"""Plain word classes of a YAML file -> named sets; an unknown class is an error that names the file."""

from functools import lru_cache
from importlib import resources

import yaml

from volteface.errors import UsageError


@lru_cache(maxsize=16)
def word_classes(name: str) -> dict[str, frozenset[str]]:
    """The classes of lexicon/NAME.yaml: class -> lemmas.

    Raises UsageError where the file is not a mapping of lists of words.
    """
    path = resources.files("volteface.coding.rules") / "lexicon" / f"{name}.yaml"
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(loaded, dict) or not all(isinstance(words, list) for words in loaded.values()):
        raise UsageError(f"{path}: write it as 'class: [word, word]'")
    return {key: frozenset(str(word) for word in words) for key, words in loaded.items()}
