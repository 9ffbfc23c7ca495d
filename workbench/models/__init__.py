from .phrases import Phrase
from .terms import Term

__all__ = ["Phrase", "Term"]
