"""The search's glossary: what one thing is called."""

from search.models import GlossaryEntry

from .reading import read


def load() -> None:
    for row in read("glossary.yaml"):
        GlossaryEntry.objects.create(words=row["words"], narrower=row.get("narrower") or [])
