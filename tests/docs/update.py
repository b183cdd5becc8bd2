"""Rewrites the outputs in README.md and docs/*.md, and the picture, with the real ones.

`python -m tests.docs.update [PAGE...]`; with pages named, the picture stays as it is.
"""

import sys
from pathlib import Path

from .console import ROOT, Block, blocks, outputs, pages, renewed, with_present_ids
from .picture import PICTURE, draw


def body(block: Block) -> str:
    """The block's body with the real output after each command."""
    lines: list[str] = []
    for step, actual in outputs(with_present_ids(block)):
        lines.append(f"$ {step.command}")
        lines.extend(step.expected if actual is None else renewed(step.expected, actual))
    return "".join(f"{line}\n" for line in lines)


def update(page: Path) -> bool:
    """Renews one page in place; says whether anything changed."""
    old = new = page.read_text(encoding="utf-8")
    for block in reversed(list(blocks(page))):
        new = new[: block.start] + body(block) + new[block.end :]
    if new != old:
        page.write_text(new, encoding="utf-8")
    return new != old


def main(names: list[str]) -> None:
    """Renews the pages named, or all and the picture."""
    for page in [Path(name).resolve() for name in names] or pages():
        state = "renewed" if update(page) else "unchanged"
        sys.stdout.write(f"{page.relative_to(ROOT)}: {state}\n")
    if not names:
        PICTURE.write_text(draw(), encoding="utf-8")
        sys.stdout.write(f"{PICTURE.relative_to(ROOT)}: drawn\n")


if __name__ == "__main__":
    main(sys.argv[1:])
