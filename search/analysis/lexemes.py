"""What a text is cut into, before any language comes into it."""

from dataclasses import dataclass
from typing import NamedTuple

# Characters of a word and of a compound that are compared; the rest of a longer one is ignored.
# Four bytes a character at most, so that no term comes near PostgreSQL's 2,046 bytes.
LONGEST_WORD = 64
LONGEST_WHOLE = 200


class Piece(NamedTuple):
    """A word or a number that takes one position, in plain form, and where in its lexeme."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexeme:
    """A word, a compound or a code: its pieces and, if it is more than they, its whole.

    `wholes` are the spellings it can be found by as one (`xxi/345/20`, `2020-09-30`); those of a
    `hyphenated` word depend on the language and are made later from its pieces. It does not know
    where in a text it stands, so that one lexeme serves every place of a word, and is known by
    what it is alone: by identity, as comparing what it holds would cost more than it saves.
    """

    length: int
    pieces: tuple[Piece, ...]
    wholes: tuple[str, ...] = ()
    hyphenated: bool = False


# Where in a text a lexeme begins, and it.
Placed = tuple[int, Lexeme]
