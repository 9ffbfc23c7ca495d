"""What is asked when an article is brought over: the document first, then what it does not say."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateTimeInput, AdminPageChooser
from wagtail.images.permissions import permission_policy
from wagtail.models import Collection

from base.access import collection_audience
from base.models import BasePage, CustomImage
from base.models.records import Who
from exchange.models import MeetingPage
from networks.models import NetworkPage
from networks.viewsets import networks_by_tree

from ..models import BroughtImage, NewsCategory, NewsIndexPage, NewsPage, NewsType
from .reading import KINDS, LONGEST, Source, read_html, read_upload

IN_TEXT, COVER, NOT_AT_ALL = "text", "cover", "no"
USES = [
    (IN_TEXT, _("in the text, where it is")),
    (COVER, _("as the article's cover")),
    (NOT_AT_ALL, _("not at all")),
]


def may_bring_over(user: Any) -> bool:
    index = NewsIndexPage.objects.originals().first()
    return index is not None and index.permissions_for_user(user).can_add_subpage()


class DocumentForm(forms.Form):
    file = forms.FileField(
        label=_("Word document, HTML file or saved page"),
        required=False,
        help_text=_(
            "A .docx, .html or .htm file, or a complete page saved by the "
            "browser and packed with its folder into a .zip. Images in a Word "
            "document or a saved page come with it."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{kind}" for kind in KINDS)}),
    )
    html = forms.CharField(
        label=_("or the HTML of the article"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_("Nothing is fetched from other sites; their images are listed for you."),
    )
    source: Source

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        file, html = cleaned.get("file"), cleaned.get("html")
        if self.errors:
            return cleaned
        if bool(file) == bool(html):
            raise ValidationError(_("Either choose a file or paste the HTML."))
        self.source = read_upload(file) if file else read_html(html or "")
        return cleaned


class ArticleForm(forms.Form):
    """Lengths are the page's own; nothing but a title and a date is needed for a draft."""

    title = forms.CharField(label=_("Title"), max_length=NewsPage.max_title_length)
    lead = forms.CharField(
        label=capfirst(NewsPage._meta.get_field("lead").verbose_name),
        max_length=BasePage.max_lead_length,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    date = forms.DateTimeField(label=_("Date"), widget=AdminDateTimeInput)
    category = forms.ChoiceField(
        label=_("Category"), choices=[("", "–"), *NewsCategory.choices], required=False
    )
    type = forms.ChoiceField(label=_("Type"), choices=NewsType)
    networks = forms.ModelMultipleChoiceField(
        label=_("Networks"),
        queryset=NetworkPage.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    meeting = forms.ModelChoiceField(
        label=_("Meeting"),
        queryset=MeetingPage.objects.none(),
        required=False,
        help_text=_(
            "For a report: the two pages link to each other, and the meeting's network is added."
        ),
    )
    author_name = forms.CharField(label=_("Author"), max_length=200, required=False)
    source = forms.CharField(label=_("Source"), max_length=250, required=False)
    archived = forms.BooleanField(
        label=_("Archival"),
        required=False,
        initial=True,
        help_text=_("Kept and marked as old; not among the newest."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["networks"].queryset = networks_by_tree(user)
        meetings = MeetingPage.objects.originals().visible_to(user)
        self.fields["meeting"].queryset = meetings
        self.fields["meeting"].widget = AdminPageChooser(target_models=[MeetingPage])


class PictureForm(forms.Form):
    """What our pictures need and a document seldom says."""

    use = forms.ChoiceField(
        label=pgettext_lazy("of a picture", "Use"), choices=USES, widget=forms.RadioSelect
    )
    author = forms.CharField(
        label=_("Author"),
        max_length=200,
        required=False,
        help_text=_("Shown as “fot. Jan Przykładny”. Required."),
    )
    alt_pl = forms.CharField(
        label=capfirst(_("alternative text in Polish")), max_length=250, required=False
    )
    alt_en = forms.CharField(
        label=capfirst(_("alternative text in English")), max_length=250, required=False
    )
    decorative = forms.BooleanField(
        label=capfirst(_("decorative")),
        required=False,
        help_text=_("Adds nothing to the text; screen readers skip it."),
    )

    def __init__(self, *args: Any, record: BroughtImage, collection: Any, **kwargs: Any):
        proposed = {"use": IN_TEXT, "author": record.author, "alt_pl": record.alt}
        super().__init__(*args, prefix=f"picture-{record.pk}", initial=proposed, **kwargs)
        self.record = record
        self.collection = collection
        self.image: CustomImage | None = None

    def clean(self) -> dict[str, Any]:
        """Ask the picture's own model, so that it is refused here as it would be there."""
        cleaned = super().clean() or {}
        if self.errors or cleaned["use"] == NOT_AT_ALL:
            return cleaned
        image = CustomImage(
            title=(self.record.caption or self.record.alt or self.record.article.proposed["title"])
            or str(_("Image")),
            collection=self.collection,
            **{name: cleaned[name] for name in ("author", "alt_pl", "alt_en")},
            is_decorative=cleaned["decorative"],
        )
        try:
            image.clean()
        except ValidationError as error:
            for name, problems in error.message_dict.items():
                self.add_error(name, problems)
        self.image = image
        return cleaned

    def save(self, user: Any) -> CustomImage | None:
        """The picture; nothing where it is not wanted."""
        image = self.image
        if image is None:
            return None
        image.title = image.title[:255]
        image.uploaded_by_user = user
        with self.record.file.open("rb") as stored:
            image.file = File(stored, name=self.record.file.name.rpartition("/")[2])
            image._set_image_file_metadata()
            image.save()
        return image


def collection_for(user: Any) -> Collection | None:
    """The topmost collection open to everybody that this person may add to."""
    allowed = permission_policy.collections_user_has_permission_for(user, "add")
    public = (each for each in allowed.order_by("path") if collection_audience(each) == Who.PUBLIC)
    return next(public, None)
