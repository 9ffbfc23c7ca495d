"""Who is told of comments: those who may edit the page today, and whom a comment mentions.

Wagtail 7.4 mails every comment to whoever once subscribed to the page or wrote in the thread,
whatever became of their rights, and the mail quotes page and comment. It has no hook between
choosing the readers and writing to them, so the function that it sends with is told to ask first,
and the view to look for mentions. Delete :func:`apply` when Wagtail asks for rights itself and says
whom comments are sent to.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import wraps
from typing import Any

from wagtail.admin.views.pages import edit

from . import mentions
from .workflow_mail import carefully, who_may_edit


def _to_those_who_may_edit(original):
    @wraps(original)
    def send_notification(users: Iterable[Any], notification: str, context: dict[str, Any]) -> Any:
        return original(who_may_edit(users, context["page"]), notification, context)

    return send_notification


def _and_to_those_mentioned(original):
    @wraps(original)
    def send(self: edit.EditView, changes: dict[str, Any]) -> Any:
        answer = original(self, changes)
        replies = [reply for _comment, new in changes["new_replies"] for reply in new]
        texts = [each.text for each in [*changes["new_comments"], *replies]]
        mentions.tell(self.request, self.page, texts)
        return answer

    return send


def apply() -> None:
    edit.send_notification = carefully(_to_those_who_may_edit(edit.send_notification))
    edit.EditView.send_commenting_notifications = _and_to_those_mentioned(
        edit.EditView.send_commenting_notifications
    )
