"""The form of every page: a draft is never refused, a publication is told what it lacks."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextField
from django.forms import CharField
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminAutoHeightTextInput

from . import tree
from .panels import stands_on_original
from .refusals import Missing
from .text import one_line


class PlainTextField(CharField):
    """Text whose lines end as they do everywhere else, not as a browser sends them.

    Otherwise opening a page and publishing it would change its words: its English would count as
    older, and translators would be asked for sentences they have translated.
    """

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


register_form_field_override(
    TextField,
    exact_class=True,
    override={"form_class": PlainTextField, "widget": AdminAutoHeightTextInput},
)


class BasePageForm(WagtailAdminPageForm):
    """Asks the page itself what it lacks before it is published, and shows it at the field.

    Wagtail defers validation when a draft is saved or previewed; then nothing is asked, and
    neither is it when a moderator sends a page back. The form of a translation has no facts:
    they are hidden there, and a hidden required field would refuse every save.
    """

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._is_asked = False
        # A field whose default is a function compares with a hidden copy that Wagtail never shows.
        for field in self.fields.values():
            field.show_hidden_initial = False
        if not stands_on_original(self.instance):
            self._drop_facts()

    def _drop_facts(self) -> None:
        for name in self.instance.facts:
            self.fields.pop(name, None)
            self.formsets.pop(name, None)
        for name, formset in self.formsets.items():
            texts = getattr(formset.model, "texts", None)
            if name == "comments" or texts is None:
                continue
            kept = {*texts, formset.model._meta.pk.name, "ORDER", "DELETE"}
            for form in formset.forms:
                for field in set(form.fields) - kept:
                    del form.fields[field]

    def clean_title(self) -> str:
        """A browser sends one line; what else is sent would end in lists and subjects of mail."""
        return one_line(self.cleaned_data["title"])

    def clean_lead(self) -> str:
        """One sentence in a field with room for two lines."""
        return one_line(self.cleaned_data["lead"])

    def clean_slug(self) -> str:
        """Of a page that was never published the address is still ours to choose.

        The script derives it from the title, and two cities may call their practices the same:
        an error in a tab the editor has not opened would stop every saving.
        """
        slug, page = self.cleaned_data["slug"], self.instance
        was_published = page.pk and (page.live or page.first_published_at)
        if not slug or was_published:
            return slug
        return tree.free_slug(slug, self.parent_page, page.translation_key)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        slug, parent = cleaned.get("slug"), self.parent_page
        if slug and tree.address_is_taken(slug, parent, self.instance.translation_key):
            message = _("Another page already has the address “%(slug)s” in Polish or in English.")
            self.add_error("slug", message % {"slug": slug})
        return cleaned

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if self.is_deferred_validation or self._is_sent_back or self._is_asked:
            return not self.errors
        self._is_asked = True
        # The rows of the formsets count too, so the page is put together first, unsaved.
        page = self.save(commit=False)
        for missing in page.missing_for_publication():
            self._show(missing)
        return not self.errors and all(
            not formset.non_form_errors() for formset in self.formsets.values()
        )

    @property
    def _is_sent_back(self) -> bool:
        """Whether a moderator asks for changes: what the page lacks may be the very reason."""
        return bool(self.data.get("action-workflow-action")) and (
            self.data.get("workflow-action-name") == "reject"
        )

    def _show(self, missing: Missing) -> None:
        """Where it is mended; a name is only needed above the form, where no field bears it."""
        error = ValidationError(missing.message, code="missing")
        if missing.field in self.formsets:
            self.formsets[missing.field].non_form_errors().append(error)
        elif missing.field in self.fields:
            self.add_error(missing.field, error)
        else:
            self.add_error(None, ValidationError(str(missing), code="missing"))
