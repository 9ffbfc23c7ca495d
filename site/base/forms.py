"""The form of every page: a draft is never refused, a publication says what it lacks."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm


class BasePageForm(WagtailAdminPageForm):
    """Asks the page itself what it lacks before it is published, and shows it at the field.

    Wagtail defers validation when a draft is saved or previewed; then nothing is asked.
    """

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if self.is_deferred_validation:
            return True
        # The rows of the formsets count too, so the page is put together first, unsaved.
        page = self.save(commit=False)
        for missing in page.missing_for_publication():
            self._show(missing.field, f"{missing.label}: {missing.message}")
        return not self.errors and all(
            not formset.non_form_errors() for formset in self.formsets.values()
        )

    def _show(self, field: str, message: str) -> None:
        if field in self.formsets:
            self.formsets[field].non_form_errors().append(ValidationError(message, code="missing"))
        elif field in self.fields:
            self.add_error(field, ValidationError(message, code="missing"))
        else:
            self.add_error(None, ValidationError(message, code="missing"))
