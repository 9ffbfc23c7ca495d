"""Whom workflows write to, in what language, and what becomes of work when no mail can be sent.

Wagtail 7.4 writes of what was submitted to administrators twice (of the workflow and of its task),
to whoever submitted it among them; of results to whoever asked for them, whatever became of their
rights; and to people who have chosen no language in the language of whoever pressed the button.
A server that takes no mail stops the button with an error. It does not say who submitted a page,
and of one approved to appear later it gives an address that is not there yet. It has no hooks for
any of it, so its classes are told. Delete a part of :func:`apply` when Wagtail does it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import wraps
from typing import Any

from django.conf import settings
from django.utils.translation import override
from wagtail.admin import mail
from wagtail.models import AbstractGroupApprovalTask, Page

from .text import one_line

logger = logging.getLogger(__name__)


def who_may_edit(users: Iterable[Any], page: Page) -> list[Any]:
    return [user for user in users if page.permissions_for_user(user).can_edit()]


def carefully(send):
    """Send in Polish to who has chosen no language; a failure is noted and stops nobody's work."""

    @wraps(send)
    def sending(*args: Any, **kwargs: Any) -> Any:
        try:
            with override(settings.LANGUAGE_CODE):
                return send(*args, **kwargs)
        except Exception:
            logger.exception("A notification was not mailed.")
            return False

    return sending


def _results_to_those_who_may_edit(original):
    @wraps(original)
    def get_recipient_users(self: Any, instance: Any, **kwargs: Any) -> Any:
        users, page = original(self, instance, **kwargs), instance.content_object
        return set(who_may_edit(users, page)) if isinstance(page, Page) else users

    return get_recipient_users


def _of_a_task_to_those_who_may_edit(original):
    @wraps(original)
    def get_recipient_users(self: Any, task_state: Any, **kwargs: Any) -> Any:
        users, page = original(self, task_state, **kwargs), task_state.workflow_state.content_object
        return set(who_may_edit(users, page)) if isinstance(page, Page) else users

    return get_recipient_users


def _unless_told_of_the_task(original):
    @wraps(original)
    def get_recipient_users(self: Any, workflow_state: Any, **kwargs: Any) -> Any:
        state = workflow_state.current_task_state
        if state is not None and isinstance(state.task.specific, AbstractGroupApprovalTask):
            return set()
        return set(original(self, workflow_state, **kwargs)) - {kwargs.get("user")}

    return get_recipient_users


def _saying_who_asks(original):
    @wraps(original)
    def get_context(self: Any, task_state: Any, **kwargs: Any) -> dict[str, Any]:
        requested_by = task_state.workflow_state.requested_by
        return {**original(self, task_state, **kwargs), "requested_by": requested_by}

    return get_context


def _saying_when_it_appears(original):
    @wraps(original)
    def get_context(self: Any, workflow_state: Any, **kwargs: Any) -> dict[str, Any]:
        context = original(self, workflow_state, **kwargs)
        if "page" in context:
            page = context["page"] = Page.objects.get(pk=context["page"].pk).specific
            waiting = None if page.live else page.scheduled_revision
            context["appears_at"] = waiting and waiting.approved_go_live_at
        return context

    return get_context


def _with_a_subject_of_one_line(original):
    @wraps(original)
    def send_mail(subject: str, *args: Any, **kwargs: Any) -> Any:
        return original(one_line(subject), *args, **kwargs)

    return send_mail


def apply() -> None:
    mail.send_mail = _with_a_subject_of_one_line(mail.send_mail)
    mail.EmailNotificationMixin.send_emails = carefully(mail.EmailNotificationMixin.send_emails)
    for notifier, told in (
        (mail.WorkflowStateApprovalEmailNotifier, _results_to_those_who_may_edit),
        (mail.WorkflowStateRejectionEmailNotifier, _results_to_those_who_may_edit),
        (mail.WorkflowStateSubmissionEmailNotifier, _unless_told_of_the_task),
        (mail.BaseGroupApprovalTaskStateEmailNotifier, _of_a_task_to_those_who_may_edit),
    ):
        notifier.get_recipient_users = told(notifier.get_recipient_users)
    submission = mail.BaseGroupApprovalTaskStateEmailNotifier
    submission.get_context = _saying_who_asks(submission.get_context)
    approval = mail.WorkflowStateApprovalEmailNotifier
    approval.get_context = _saying_when_it_appears(approval.get_context)
