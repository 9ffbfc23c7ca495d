"""Admin pages of the base room."""

from __future__ import annotations

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from . import access
from .languages import original_locale_id
from .models import Audience, BasePage
from .models.records import Who
from .refusals import Refusal
from .text import quoted

AUDIENCE_CHANGED = "base.audience"

EXPLAINED = {
    Who.PUBLIC: gettext_lazy("No need to sign in; search engines find it too."),
    Who.MEMBERS: gettext_lazy(
        "People from the cities in its networks, and editors. No one else can tell that it exists."
    ),
    Who.LEADERS: gettext_lazy(
        "Mayors, city presidents and their deputies in the leaders' network, and editors."
    ),
}


class AudienceForm(forms.Form):
    who = forms.ChoiceField(choices=Who, widget=forms.RadioSelect)
    below = forms.BooleanField(
        label=gettext_lazy("Also every page below it"), required=False, initial=True
    )


def page_to_decide_on(request: HttpRequest, page_id: int, model: type[BasePage]) -> BasePage:
    """The original of this type, if the person may publish it: states are theirs to change."""
    originals = Page.objects.filter(locale_id=original_locale_id(), alias_of__isnull=True)
    page = get_object_or_404(originals, pk=page_id).specific
    if not isinstance(page, model) or not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return page


def edit_audience(request: HttpRequest, page_id: int) -> HttpResponse:
    """Decide who sees an original; takes effect at once, in both languages."""
    page = page_to_decide_on(request, page_id, BasePage)
    row = Audience.objects.filter(translation_key=page.translation_key).first()
    form = AudienceForm(request.POST or None, initial={"who": row.who if row else Who.PUBLIC})
    if request.method == "POST" and form.is_valid():
        who = form.cleaned_data["who"]
        decide(page, who, below=form.cleaned_data["below"], request=request)
        messages.success(
            request,
            _("“%(title)s” is now visible to: %(who)s.")
            % {"title": page.get_admin_display_title(), "who": Who(who).label},
        )
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    chosen = form["who"].value()
    return render(
        request,
        "base/admin/audience.html",
        {
            "page": page,
            "form": form,
            "row": row,
            "below": page.get_descendant_count(),
            "choices": [(who, who.label, EXPLAINED[who], who == chosen) for who in Who],
        },
    )


@transaction.atomic
def decide(page: BasePage, who: str, *, below: bool, request: HttpRequest) -> None:
    """Give the page, and perhaps those below, an audience; nothing is changed where one cannot.

    What is born closed (a product before it is final) is not opened along with its parent: its
    own state does that. Opening raises :class:`Refusal` when a live page uses closed files;
    closing never waits for files, which the audit lists.
    """
    pages = [page]
    if below:
        pages += [
            each
            for each in page.get_descendants().specific()
            if isinstance(each, BasePage)
            and not each.alias_of_id
            and not (who == Who.PUBLIC and each.default_audience != Who.PUBLIC)
        ]
    reasons: list[str] = []
    for each in pages:
        access.set_audience(each, who, user=request.user)
        if each.live and who == Who.PUBLIC:
            reasons += [
                f"{quoted(each.get_admin_display_title())} – {missing}"
                for missing in access.media_out_of_audience(each)
            ]
        log(instance=each, action=AUDIENCE_CHANGED, user=request.user, data={"who": who})
    if reasons:
        raise Refusal(*reasons)
