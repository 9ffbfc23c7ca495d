"""Bringing over an article: the document, then what only a person knows, then a draft."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from exchange.models import MeetingPage

from ..models import BroughtArticle, BroughtImage, NewsPage
from . import keeping
from .blocks import shown
from .forms import COVER, ArticleForm, DocumentForm, PictureForm, collection_for, may_bring_over

ICON = "doc-full-inverse"
# Digits of a primary key.
LONGEST_KEY = 18


class BringingOver(WagtailAdminTemplateMixin, FormView):
    """Deny by default: whoever may write news."""

    header_icon = ICON
    page_title = gettext_lazy("Import an article")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_bring_over(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("news_pages:index"), "label": _("News")},
            {"url": "", "label": self.get_page_title()},
        ]


class DocumentPage(BringingOver):
    """The document; ``?meeting=`` says whose report it is."""

    form_class = DocumentForm
    template_name = "news/admin/bring_over.html"

    @cached_property
    def meeting(self) -> MeetingPage | None:
        """Only one that the person may write."""
        asked = self.request.GET.get("meeting", "")
        if not asked:
            return None
        if not asked.isdecimal() or len(asked) > LONGEST_KEY:
            raise Http404
        meeting = get_object_or_404(MeetingPage.objects.originals(), pk=asked)
        if not meeting.permissions_for_user(self.request.user).can_edit():
            raise Http404
        return meeting

    def get_page_title(self) -> str:
        return _report_of(self.meeting) if self.meeting else super().get_page_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        if self.meeting is None:
            return super().get_breadcrumbs_items()
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("meeting_pages:index"), "label": _("Meetings")},
            {
                "url": reverse("wagtailadmin_pages:edit", args=[self.meeting.pk]),
                "label": self.meeting.get_admin_display_title(),
            },
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context |= {
            "action_url": self.request.get_full_path(),
            "media": context["form"].media,
            "submit_button_label": _("Read the document"),
            "submit_button_active_label": _("Reading…"),
            "unfinished": BroughtArticle.objects.filter(created_by=self.request.user),
        }
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        keeping.forget_old()
        article = keeping.keep(form.source, self.request.user, self.meeting)
        return HttpResponseRedirect(reverse("brought_article", args=[article.pk]))


def _report_of(meeting: MeetingPage) -> str:
    return _("Report of “%(meeting)s”") % {"meeting": meeting.get_admin_display_title()}


def _own(request: HttpRequest, pk: int) -> BroughtArticle:
    """Nobody's but one's own."""
    if not may_bring_over(request.user):
        raise PermissionDenied
    return get_object_or_404(BroughtArticle, pk=pk, created_by=request.user)


class ArticlePage(BringingOver):
    form_class = ArticleForm
    template_name = "news/admin/brought_article.html"

    @cached_property
    def article(self) -> BroughtArticle:
        return _own(self.request, self.kwargs["pk"])

    def get_page_title(self) -> str:
        meeting = MeetingPage.objects.filter(pk=self.article.proposed.get("meeting")).first()
        return _report_of(meeting) if meeting else super().get_page_title()

    @cached_property
    def pictures(self) -> list[PictureForm]:
        collection = collection_for(self.request.user)
        if collection is None:
            return []
        images = self.article.images.select_related("article")
        data = self.request.POST if self.request.method == "POST" else None
        return [PictureForm(data, record=image, collection=collection) for image in images]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_initial(self) -> dict[str, Any]:
        proposed = {name: value for name, value in self.article.proposed.items() if value}
        if "date" in proposed:
            proposed["date"] = keeping.moment_of(proposed["date"])
        # The report of a meeting is news; what came from an old site is not.
        proposed["archived"] = "meeting" not in proposed
        return proposed

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        # Each is asked, so that everything wrong is said at once.
        sound = [form.is_valid(), *[picture.is_valid() for picture in self.pictures]]
        covers = [p for p in self.pictures if p.is_valid() and p.cleaned_data["use"] == COVER]
        for picture in covers[1:]:
            picture.add_error("use", _("An article can have only one cover."))
        if not all(sound) or len(covers) > 1:
            messages.error(request, _("The draft was not created; see below what is missing."))
            return self.form_invalid(form)
        return self.form_valid(form)

    def form_valid(self, form: Any) -> HttpResponse:
        made = {picture.record.pk: picture for picture in self.pictures}
        images = {pk: image for pk, each in made.items() if (image := each.save(self.request.user))}
        covers = [pk for pk in images if made[pk].cleaned_data["use"] == COVER]
        cover = images.pop(covers[0]) if covers else None
        page = keeping.make_draft(self.article, form.cleaned_data, images, cover, self.request.user)
        messages.success(
            self.request,
            _(
                "The draft “%(title)s” has been created. Read it through and add "
                "tags before publishing."
            )
            % {"title": page.title},
        )
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        media = context["form"].media
        for picture in self.pictures:
            media += picture.media
        context |= {
            "article": self.article,
            "action_url": self.request.path,
            "media": media,
            "pictures": self.pictures,
            "blocks": shown(self.article.blocks, NewsPage),
            "submit_button_label": _("Create the draft"),
            "submit_button_active_label": _("Creating…"),
        }
        return context


@require_safe
def picture(request: HttpRequest, pk: int) -> FileResponse:
    """A picture as it came, for the person who brought it."""
    image = get_object_or_404(BroughtImage, pk=pk, article__created_by=request.user)
    if not may_bring_over(request.user):
        raise PermissionDenied
    response = FileResponse(image.file.open("rb"), content_type=image.content_type)
    response["Cache-Control"] = "private, max-age=3600"
    return response


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    keeping.forget(_own(request, pk))
    messages.success(request, _("The document was discarded; no draft was created."))
    return HttpResponseRedirect(reverse("bring_over"))


URLS = [
    path("news/bring-over/", DocumentPage.as_view(), name="bring_over"),
    path("news/bring-over/<int:pk>/", ArticlePage.as_view(), name="brought_article"),
    path("news/bring-over/<int:pk>/discard/", discard, name="discard_brought_article"),
    path("news/bring-over/picture/<int:pk>/", picture, name="brought_picture"),
]
