"""The page every page type stands on, and with it the rule that facts have one home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import (
    Page,
    PageManager,
    PagePermissionTester,
    PageQuerySet,
    PageViewRestriction,
)
from wagtail_localize.fields import TranslatableField

from .. import access, tree
from ..addresses import slug_of
from ..films import FilmFields
from ..forms import BasePageForm
from ..languages import active_language, original_locale_id, translation_locale_id
from ..panels import FactPanel, page_tabs
from ..refusals import Refusal
from ..untranslated import UNTRANSLATED_TITLE, empty_texts
from .previews import PreviewedInBothLanguages
from .publication import CompleteWhenPublished
from .records import Audience, LanguageState, Who
from .rows import texts_too_long

if TYPE_CHECKING:
    from django.http import HttpRequest
    from wagtail.url_routing import RouteResult


class OriginalMissing(ObjectDoesNotExist):
    """A translation whose Polish original does not exist; the audit lists such pages."""


class BasePageQuerySet(PageQuerySet):
    def originals(self) -> Self:
        """The Polish pages that facts are read from."""
        return self.filter(locale_id=original_locale_id(), alias_of__isnull=True)

    def visible_to(self, user: access.Reader) -> Self:
        """The live pages ``user`` may see; every listing asks this."""
        return access.visible(self, user)


# The tree's root is the first level.
HOME_DEPTH = 2

BasePageManager = PageManager.from_queryset(BasePageQuerySet)


class BasePagePermissionTester(PagePermissionTester):
    """What a user may do with a page; who sees it is decided in our own view, not in Wagtail's."""

    def __init__(self, user: access.Reader, page: Page):
        super().__init__(user, page)
        if getattr(self, "permissions", None) and access.hides(page, user):
            self.permissions = set()

    def can_set_view_restrictions(self) -> bool:
        return False


class BasePage(CompleteWhenPublished, PreviewedInBothLanguages, Page):
    """A page with an original in Polish and, perhaps, a translation in English.

    Subclasses say in ``facts`` which of their own fields are the same in both languages; facts
    are read from :attr:`original` always, so the copies in the English row are dead data. The
    fields in ``translatable_fields`` are what a translator sees.
    """

    # Structure (home, indexes, programmes, networks) gets its English page with the Polish one.
    structural: ClassVar[bool] = False
    facts: ClassVar[list[str]] = ["cover"]
    # The audience of a new page below a public parent.
    default_audience: ClassVar[str] = "public"

    # Single facts and records that are read with an original in one query when it is served.
    read_with: ClassVar[tuple[str, ...]] = ("cover", "language_state")

    # Set on the instance that is served, once the access decision has let the reader in.
    _admitted = False

    # The section of the editors' manual about this type, as its anchor in docs/editors.md.
    manual: ClassVar[str] = ""

    # Films of this page's own fields; those in its text are blocks.
    film_fields: ClassVar[tuple[FilmFields, ...]] = ()

    # Whether the site search reads title, lead and body; types with facets are known to it.
    searched_as_text: ClassVar[bool] = False

    lead = models.CharField(
        _("lead"),
        max_length=300,
        blank=True,
        help_text=_("One sentence that says what the reader will find here."),
    )
    cover = models.ForeignKey(
        "base.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("cover"),
    )

    # Wagtail's own privacy control would be a second truth beside the audience record.
    private_page_options: ClassVar[list[str]] = []

    # One sentence, but a long one: it is seen whole while it is written.
    content_panels = [*Page.content_panels, FieldPanel("lead", widget=AdminAutoHeightTextInput)]
    edit_handler = page_tabs([(_("Content"), content_panels), (_("Media"), [FactPanel("cover")])])
    base_form_class = BasePageForm

    translatable_fields: ClassVar[list] = [
        TranslatableField("title"),
        TranslatableField("lead"),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
    ]

    objects = BasePageManager()

    class Meta:
        abstract = True

    # --- Original and translation -------------------------------------------------------

    @property
    def is_original(self) -> bool:
        return self.locale_id == original_locale_id()

    @property
    def original(self) -> Self:
        """The Polish page whose facts are this page's facts.

        The published row at a public address, the latest draft in a preview; for an alias the
        page it stands for. Raises :class:`OriginalMissing` for a translation without an original.
        """
        if self.is_original and not self.alias_of_id:
            return self
        cached = self.__dict__.get("_original")
        if cached is None:
            pages = type(self).objects.originals().select_related(*self.read_with)
            try:
                cached = pages.get(
                    Q(pk=self.alias_of_id)
                    if self.alias_of_id
                    else Q(translation_key=self.translation_key)
                )
            except type(self).DoesNotExist as error:
                raise OriginalMissing(f"Page {self.pk} has no Polish original.") from error
            if self._reads_drafts:
                cached = cached.get_latest_revision_as_object()
            self.__dict__["_original"] = cached
        return cached

    @property
    def english(self) -> Self | None:
        """The English page of this original, live or not."""
        key = self.original.translation_key if self.alias_of_id else self.translation_key
        pages = type(self).objects.filter(translation_key=key, locale_id=translation_locale_id())
        return pages.first()

    @property
    def state_of_english(self) -> LanguageState:
        """How the English of this page's original stands; a page never published has none."""
        original = self.original
        try:
            return original.language_state
        except LanguageState.DoesNotExist:
            return LanguageState(translation_key=original.translation_key)

    def is_only_heard(self, film: FilmFields) -> bool:
        """Whether there is nothing to see in one of its films, and so nothing to caption."""
        return False

    # --- Tree ---------------------------------------------------------------------------

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            tree.check_birth(self)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if errors := texts_too_long(self):
            raise ValidationError(errors)

    def _check_slug_is_unique(self) -> None:
        super()._check_slug_is_unique()
        tree.check_address(self)

    def _get_autogenerated_slug(self, base_slug: str) -> str:
        slug = slug_of(self.title) or base_slug
        return tree.free_slug(slug, self.get_parent(), self.translation_key)

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Pages are created in Polish only; their English is a translation."""
        return super().can_create_at(parent) and parent.locale_id == original_locale_id()

    def permissions_for_user(self, user: access.Reader) -> BasePagePermissionTester:
        return BasePagePermissionTester(user, self)

    def get_view_restrictions(self) -> models.QuerySet:
        """Wagtail's own lock of this page alone, while its audience is closed.

        The pages below have audiences of their own, and a copy of a closed page may be public.
        Whom our own decision has admitted to this very page is not asked a second time: the lock
        knows groups, and who may edit is computed.
        """
        if self._admitted:
            return PageViewRestriction.objects.none()
        public = Audience.objects.filter(
            translation_key=models.OuterRef("page__translation_key"), who=Who.PUBLIC
        )
        return PageViewRestriction.objects.filter(page_id=self.pk).exclude(models.Exists(public))

    def can_move_to(self, parent: Page) -> bool:
        """English pages follow their originals and are not moved alone."""
        return self.is_original and super().can_move_to(parent)

    @transaction.atomic
    def move(self, *args: Any, **kwargs: Any) -> None:
        """Move the page, and with an original its English, or neither."""
        super().move(*args, **kwargs)

    @transaction.atomic
    def copy_for_translation(
        self, locale, copy_parents=False, alias=False, exclude_fields=None
    ) -> Self:
        """An English draft of this page without a word; refused while its parent has no English.

        Wagtail would copy missing parents as live aliases, and the Polish words with the page.
        """
        parent = self.get_parent()
        if not parent.is_root() and not parent.has_translation(locale):
            raise Refusal(
                _("Translate the page above first: “%(title)s” has no English version.")
                % {"title": parent.specific_deferred.get_admin_display_title()}
            )
        if alias or self.alias_of_id:
            raise Refusal(
                _("An alias has no English version of its own; translate the page it shows.")
            )
        translation = super().copy_for_translation(locale, exclude_fields=exclude_fields)
        translation.__dict__.pop("_original", None)
        empty_texts(translation)
        # When the page goes up and down is the original's to say.
        translation.go_live_at = translation.expire_at = None
        translation.save()
        copied = translation.latest_revision
        copied.content, copied.object_str = translation.serializable_data(), str(translation)
        copied.save(update_fields=["content", "object_str"])
        return translation

    def get_admin_display_title(self) -> str:
        title = super().get_admin_display_title()
        if title != UNTRANSLATED_TITLE or self.is_original:
            return title
        try:
            return gettext("%(title)s (not yet translated)") % {"title": self.original.title}
        except OriginalMissing:
            return title

    # --- Serving ------------------------------------------------------------------------

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        from ..language_state import route_missing_english

        try:
            result = super().route(request, path_components)
        except Http404:
            if self.is_original or not path_components:
                raise
            return route_missing_english(self, request, path_components)
        if result.page is self and not self._may_be_served(request):
            raise Http404
        return result

    def _may_be_served(self, request: HttpRequest) -> bool:
        """In its own language only, and to those whom the audience admits.

        A translation that has lost its original answers nobody: it has no facts to show.
        """
        try:
            original = self.original
        except OriginalMissing:
            return False
        if original.is_original and self.is_original != (active_language() == "pl"):
            return False
        # Asked once a request, though both route() and serve() must not go on without it.
        if not self._admitted:
            self._admitted = access.can_see(self, request.user)
        return self._admitted

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        missing = kwargs.pop("missing_english", None)
        if missing is not None:
            from ..language_state import serve_missing_english

            return serve_missing_english(request, missing)
        if not self._may_be_served(request):
            raise Http404
        request.served_page = self  # type: ignore[attr-defined]
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        if not self.is_original and not self._reads_drafts:
            # Rows are read in both languages: in one query each. A preview has them in memory.
            rows = [field.field_name for field in self.translatable_fields
                    if self._meta.get_field(field.field_name).one_to_many]  # fmt: skip
            models.prefetch_related_objects([self, self.original], *rows)
        return {
            **super().get_context(request, *args, **kwargs),
            "original": self.original,
            "language_state": self.state_of_english,
        }

    @property
    def audience_record(self) -> Audience | None:
        return Audience.objects.filter(translation_key=self.translation_key).first()
