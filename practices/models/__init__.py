"""Good practices: proven projects of cities, told honestly enough to be adopted."""

from .collection import CollectionIndexPage, CollectionItem, CollectionPage
from .imports import ImportChange, ImportMade, ImportProblem, ImportRun
from .index import PracticeIndexPage
from .practice import PracticePage, PracticeTag
from .rows import (
    Funding,
    GalleryImage,
    Indicator,
    LegalBasis,
    PackDocument,
    RelatedPractice,
    Step,
)
from .state import PracticeState

__all__ = [
    "CollectionIndexPage",
    "CollectionItem",
    "CollectionPage",
    "Funding",
    "GalleryImage",
    "ImportChange",
    "ImportMade",
    "ImportProblem",
    "ImportRun",
    "Indicator",
    "LegalBasis",
    "PackDocument",
    "PracticeIndexPage",
    "PracticePage",
    "PracticeState",
    "PracticeTag",
    "RelatedPractice",
    "Step",
]
