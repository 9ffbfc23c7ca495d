"""The API does what its document says, whatever it is sent: Schemathesis, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis import GenerationMode
from schemathesis.config import GenerationConfig, SchemathesisConfig

from config.wsgi import application
from search.api.document import document

# Beside the edges of every parameter, so many at random for each address.
EXAMPLES = 3


def _schema(*modes: GenerationMode) -> Any:
    config = SchemathesisConfig()
    config.projects.default.generation = GenerationConfig(
        modes=list(modes), deterministic=True, max_examples=EXAMPLES, database="none"
    )
    config.projects.default.base_url = "http://testserver"
    schema = schemathesis.openapi.from_dict(document("en"), config=config)
    schema.app = application
    return schema


# The filters of practices come again in other lists: what they refuse is not asked there anew.
AGAIN = r"^/api/v1/(search|meetings|news|products|networks)/$"
everything = _schema(GenerationMode.POSITIVE, GenerationMode.NEGATIVE).exclude(path_regex=AGAIN)
the_same_again = _schema(GenerationMode.POSITIVE).include(path_regex=AGAIN)
asked = settings(
    max_examples=EXAMPLES,
    deadline=2_000,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def undisturbed(settings: Any) -> Iterator[None]:
    """No limit, and the test's own transaction kept, as Django's client keeps it."""
    settings.API_REQUESTS_A_MINUTE = 1_000_000
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@everything.parametrize()
@asked
def test_every_answer_is_what_the_document_says(case: Any, site: Any, undisturbed: None) -> None:
    case.call_and_validate()


@the_same_again.parametrize()
@asked
def test_other_lists_answer_as_the_document_says(case: Any, site: Any, undisturbed: None) -> None:
    case.call_and_validate()
