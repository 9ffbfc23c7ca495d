"""Decisions about a product: its stage, and with it who sees it, effective at once."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from base import access
from base.models.records import Who
from base.refusals import Refusal

from .models import ProductPage, ProductState
from .models.product_state import ProductStage

STAGE_CHANGED = "exchange.stage"


def audience_at(product: ProductPage, stage: str) -> str:
    """Whom a product at this stage is for.

    What is final is everybody's. What is withdrawn keeps its audience: readers of a public
    product learn that it is withdrawn, and a working version never becomes public that way.
    """
    row = product.audience_record
    if stage == ProductStage.FINAL:
        return Who.PUBLIC
    if stage == ProductStage.WITHDRAWN and row is not None:
        return row.who
    # A product of the leaders' network goes back to the leaders, not to all members.
    return row.who if row is not None and row.who != Who.PUBLIC else Who.MEMBERS


@transaction.atomic
def set_stage(product: ProductPage, stage: str, user: Any) -> ProductState:
    """Change the stage and the audience; raises :class:`Refusal` for files of another audience."""
    state = ProductState.of(product)
    who = audience_at(product, stage)
    state.stage, state.changed_by = ProductStage(stage), user
    state.save()
    access.set_audience(product, who, user=user)
    if product.live and (refused := access.media_out_of_audience(product)):
        raise Refusal(*[str(item) for item in refused])
    log(instance=product, action=STAGE_CHANGED, user=user, data={"stage": stage, "who": who})
    return state
