from .findings import Barrier, Finding, Link, LinkCheck, LinkUse, OnPageOrRecord
from .phrases import Phrase
from .terms import Term

__all__ = ["Barrier", "Finding", "Link", "LinkCheck", "LinkUse", "OnPageOrRecord", "Phrase", "Term"]
