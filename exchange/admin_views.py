"""The admin page where the stage of a product is decided."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from base.admin_views import page_to_decide_on

from . import deciding
from .models import ProductPage
from .models.product_state import ProductStage

EXPLAINED = {
    ProductStage.WORKING: gettext_lazy("Being written; members of the network can see it."),
    ProductStage.FOR_OPINION: gettext_lazy("Members and observers read it and give opinions."),
    ProductStage.AFTER_OPINIONS: gettext_lazy(
        "Opinions are being answered and the text is being revised."
    ),
    ProductStage.FINAL: gettext_lazy("Everyone can see it from this moment."),
    ProductStage.WITHDRAWN: gettext_lazy(
        "No longer recommended; those who could see it are told that it has been withdrawn."
    ),
}


def product_stage(request: HttpRequest, page_id: int) -> HttpResponse:
    """Change the stage; what is final becomes public at once, the rest is its members'."""
    page = page_to_decide_on(request, page_id, ProductPage)
    if request.method == "POST":
        stage = request.POST.get("value", "")
        if stage not in ProductStage.values:
            raise BadRequest
        state = deciding.set_stage(page, stage, request.user)
        messages.success(
            request,
            _("The stage is now: %(stage)s. Visible to: %(who)s.")
            % {
                "stage": state.get_stage_display(),
                "who": page.audience_record.get_who_display(),
            },
        )
        return HttpResponseRedirect(reverse("product_stage", args=[page.pk]))
    state = page.state
    return render(
        request,
        "exchange/admin/stage.html",
        {
            "page": page,
            "state": state,
            "audience": page.audience_record,
            "stages": [
                (each, each.label, EXPLAINED[each], each == state.stage) for each in ProductStage
            ],
        },
    )
