"""The glossary of translators: what Polish terms are called in English."""

from workbench.models import Term

from .reading import read


def load() -> None:
    for row in read("terms.yaml"):
        Term.objects.create(**row)
