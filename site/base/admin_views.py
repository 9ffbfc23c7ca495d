"""Admin pages of the base room."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from . import access
from .languages import original_locale_id
from .models import Audience, BasePage
from .models.records import Who


class AudienceForm(forms.Form):
    who = forms.ChoiceField(
        label=gettext_lazy("Who sees this page"), choices=Who, widget=forms.RadioSelect
    )
    below = forms.BooleanField(
        label=gettext_lazy("Also every page below it"), required=False, initial=True
    )


def edit_audience(request: HttpRequest, page_id: int) -> HttpResponse:
    """Decide who sees an original; takes effect at once, in both languages."""
    page = get_object_or_404(Page, pk=page_id, locale_id=original_locale_id()).specific
    if not isinstance(page, BasePage) or not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    row = Audience.objects.filter(translation_key=page.translation_key).first()
    form = AudienceForm(request.POST or None, initial={"who": row.who if row else Who.PUBLIC})
    if request.method == "POST" and form.is_valid():
        pages = page.get_descendants(inclusive=True) if form.cleaned_data["below"] else [page]
        for each in pages:
            access.set_audience(each, form.cleaned_data["who"], user=request.user)
        messages.success(
            request,
            _("“%(title)s” is now seen by: %(who)s.")
            % {
                "title": page.get_admin_display_title(),
                "who": Who(form.cleaned_data["who"]).label,
            },
        )
        return HttpResponseRedirect(reverse("wagtailadmin_explore", args=[page.pk]))
    return render(request, "base/admin/audience.html", {"page": page, "form": form, "row": row})
