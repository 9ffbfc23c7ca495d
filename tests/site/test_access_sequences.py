"""Whatever is done to pages, and in whatever order, nothing closed is visible.

Random sequences of what editors and scripts do, after each step compared with a plain account of
who may see what, kept by the test itself. ``EMPIRIE_SEQUENCES=500`` runs as many sequences, at
random; the ordinary run does a few, the same each time.
"""

from __future__ import annotations

import os
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client, TestCase
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageIntegrityError
from wagtail.actions.create_alias import CreatePageAliasIntegrityError
from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object

from base import access, audit
from base.models import BasePage
from base.models.records import Who
from base.refusals import Refusal
from home.models import HomePage, PlainPage
from search.finding import visible_documents
from tests import factories

SEQUENCES = int(os.environ.get("EMPIRIE_SEQUENCES", "0"))
STEPS = 12 if SEQUENCES else 8
ANY_PAGE = st.integers(min_value=0, max_value=30)
WHO = st.sampled_from([Who.PUBLIC, Who.MEMBERS, Who.LEADERS])
# An alias left on a page that was closed later is a finding to tidy up: it shows nobody anything,
# since its source decides.
BREACHES = [check for check in audit.CHECKS if check != audit.alias_of_a_closed_page]

# Ours, and Wagtail's own of what cannot be: a branch copied into itself.
REFUSALS = (Refusal, ValidationError, CopyPageIntegrityError, CreatePageAliasIntegrityError)


class Editors(RuleBasedStateMachine):
    """What editors do, and who may see each original by the test's own account."""

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.who: dict[int, str] = {}

    def teardown(self) -> None:
        try:
            if SEQUENCES:
                self.ask_every_address()
        finally:
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    # --- What there is ---

    def polish(self) -> list[PlainPage]:
        return list(PlainPage.objects.filter(locale__language_code="pl").order_by("pk"))

    def pick(self, number: int) -> PlainPage | None:
        pages = self.polish()
        return pages[number % len(pages)] if pages else None

    def parent(self, number: int) -> BasePage:
        """The home page, or one of the pages that are no aliases."""
        pages = [page for page in self.polish() if not page.alias_of_id]
        places = [factories.index(HomePage), *pages]
        return places[number % len(places)]

    def attempt(self):
        """One step: done with everything that follows its commit, or refused and taken back."""
        return _Attempt()

    def born(self, page: Page, source: Page | None = None) -> None:
        """A new page is as closed as what it was copied from, or else as what it stands below."""
        if page.alias_of_id:
            return
        above = self.who.get(page.get_parent().pk, Who.PUBLIC)
        copied = self.who.get(source.pk, Who.PUBLIC) if source is not None else Who.PUBLIC
        self.who[page.pk] = copied if copied != Who.PUBLIC else above

    # --- What is done ---

    @initialize(published=st.booleans())
    def begin(self, published: bool) -> None:
        self.create(0, published)
        self.create(1, True)

    @rule(below=ANY_PAGE, published=st.booleans())
    def create(self, below: int, published: bool) -> None:
        with self.attempt():
            self.born(factories.plain_page(parent=self.parent(below), published=published))

    @rule(page=ANY_PAGE, below=ANY_PAGE, recursive=st.booleans(), keep_live=st.booleans())
    def copy(self, page: int, below: int, recursive: bool, keep_live: bool) -> None:
        if (source := self.pick(page)) is None or source.alias_of_id:
            return
        with self.attempt():
            copy = source.copy(
                to=self.parent(below),
                recursive=recursive,
                keep_live=keep_live,
                update_attrs={"slug": f"kopia-{factories.number()}"},
            )
            sources = source.get_descendants(inclusive=True) if recursive else [source]
            for old, new in zip(
                sources, Page.objects.get(pk=copy.pk).get_descendants(inclusive=True), strict=True
            ):
                self.born(new, old.alias_of or old)

    @rule(page=ANY_PAGE, below=ANY_PAGE, recursive=st.booleans())
    def alias(self, page: int, below: int, recursive: bool) -> None:
        if source := self.pick(page):
            with self.attempt():
                source.create_alias(
                    parent=self.parent(below),
                    recursive=recursive,
                    update_slug=f"alias-{factories.number()}",
                )

    @rule(page=ANY_PAGE)
    def convert(self, page: int) -> None:
        aliases = [each for each in self.polish() if each.alias_of_id]
        if aliases:
            alias = aliases[page % len(aliases)]
            source = alias.alias_of_id
            with self.attempt():
                ConvertAliasPageAction(alias).execute()
                self.who[alias.pk] = self.who[source]

    @rule(page=ANY_PAGE, to=ANY_PAGE, position=st.sampled_from(["first-child", "last-child"]))
    def move(self, page: int, to: int, position: str) -> None:
        target = self.parent(to)
        moved = self.pick(page)
        if moved and not target.is_descendant_of(moved) and target.pk != moved.pk:
            with self.attempt():
                moved.move(target, pos=position)

    @rule(page=ANY_PAGE, publish=st.booleans())
    def write_english(self, page: int, publish: bool) -> None:
        if source := self.pick(page):
            with self.attempt():
                factories.english(source, publish=publish)

    @rule(page=ANY_PAGE)
    def press_translate(self, page: int) -> None:
        if source := self.pick(page):
            with self.attempt():
                translate_object(source, [Locale.objects.get(language_code="en")])

    @rule(page=ANY_PAGE)
    def publish(self, page: int) -> None:
        source = self.pick(page)
        if source and not source.alias_of_id:
            with self.attempt():
                source.get_latest_revision_as_object().save_revision().publish()

    @rule(page=ANY_PAGE)
    def publish_english(self, page: int) -> None:
        source = self.pick(page)
        if source and (english := source.english):
            with self.attempt():
                english.get_latest_revision_as_object().save_revision().publish()

    @rule(page=ANY_PAGE, in_english=st.booleans())
    def unpublish(self, page: int, in_english: bool) -> None:
        source = self.pick(page)
        page_ = source and (source.english if in_english else source)
        if page_:
            with self.attempt():
                page_.unpublish()

    @rule(page=ANY_PAGE, who=WHO)
    def restrict(self, page: int, who: str) -> None:
        source = self.pick(page)
        if source and not source.alias_of_id:
            with self.attempt():
                access.set_audience(source, who)
                self.who[source.pk] = who

    @rule(page=ANY_PAGE, in_english=st.booleans())
    def delete(self, page: int, in_english: bool) -> None:
        source = self.pick(page)
        page_ = source and (source.english if in_english else source)
        if page_:
            with self.attempt():
                aliases = dict(
                    Page.objects.filter(
                        alias_of__in=page_.get_descendants(inclusive=True)
                    ).values_list("pk", "alias_of")
                )
                page_.delete()
                # An alias outlives its source, seen by the same readers.
                for alias, former in aliases.items():
                    if former in self.who:
                        self.who[alias] = self.who[former]

    # --- What holds ---

    def expected(self) -> set[int]:
        """The pages a stranger may see, by the test's own account."""
        pages = {page.pk: page for page in PlainPage.objects.all()}
        originals = {
            page.translation_key: page
            for page in pages.values()
            if page.locale.language_code == "pl" and not page.alias_of_id
        }
        seen = set()
        for page in pages.values():
            source = pages[page.alias_of_id] if page.alias_of_id else page
            original = originals.get(source.translation_key)
            if page.live and original and original.live and self.who[original.pk] == Who.PUBLIC:
                seen.add(page.pk)
        return seen

    @invariant()
    def strangers_see_what_is_public_and_nothing_else(self) -> None:
        seen = PlainPage.objects.all().visible_to(access.ANONYMOUS)

        assert set(seen.values_list("pk", flat=True)) == self.expected()

    @invariant()
    def strangers_find_what_is_public_and_nothing_else(self) -> None:
        found = visible_documents(access.ANONYMOUS).filter(page__in=PlainPage.objects.all())
        originals = {page.pk for page in self.polish() if not page.alias_of_id}

        assert set(found.values_list("page", flat=True)) == self.expected() & originals

    @invariant()
    def the_audit_finds_no_breach(self) -> None:
        assert [str(finding) for check in BREACHES for finding in check()] == []

    def ask_every_address(self) -> None:
        """What is served is what is visible, in both languages."""
        expected, client = self.expected(), Client()
        for page in PlainPage.objects.all():
            answer = client.get(page.url or "/pl/nie-ma/")
            is_shown = answer.status_code == 200 and page.title in answer.content.decode()
            assert is_shown == (page.pk in expected), page.url


class _Attempt:
    """A savepoint with its commit hooks, out of which a refusal leads without an error."""

    def __enter__(self) -> None:
        self.refused = suppress(*REFUSALS)
        self.hooks = TestCase.captureOnCommitCallbacks(execute=True)
        self.savepoint = transaction.atomic()
        self.hooks.__enter__()
        self.savepoint.__enter__()

    def __exit__(self, kind, error, trace) -> bool:
        self.savepoint.__exit__(kind, error, trace)
        self.hooks.__exit__(kind, error, trace)
        return bool(self.refused.__exit__(kind, error, trace))


def test_no_sequence_of_steps_shows_what_is_closed(shared):
    run_state_machine_as_test(
        Editors,
        settings=settings(
            max_examples=SEQUENCES or 20,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not SEQUENCES,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
