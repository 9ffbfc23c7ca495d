"""Questions about a practice: one mail from a reader to the city's contact, kept nowhere.

The form needs no cookie: a signed time stamp says that it was fetched for this practice, when,
and serves once (docs/decisions/0009-forms-without-cookies.md).
"""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from base.addresses import absolute
from base.languages import active_language
from base.text import one_line
from base.visitors import DAY, HOUR, allows, visitor_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from registers.models import Person

    from .models import PracticePage

logger = logging.getLogger(__name__)

# Nobody reads the form and writes a question in less; programmes do.
LEAST_SECONDS = 3
LONGEST_SECONDS = DAY
PER_VISITOR_AND_HOUR = 5
PER_PRACTICE_AND_DAY = 30
_SALT = "practices.question"


class TrapInput(forms.TextInput):
    """A field that people do not see and programmes fill in."""

    is_hidden = True

    def __init__(self) -> None:
        super().__init__(
            {
                "class": "visually-hidden",
                "tabindex": "-1",
                "autocomplete": "off",
                "aria-hidden": "true",
            }
        )


class QuestionForm(forms.Form):
    """What a reader types: the question, and where the answer is to go."""

    question = forms.CharField(
        label=_("Your question"),
        max_length=2_000,
        min_length=15,
        widget=forms.Textarea({"rows": 7}),
        help_text=_("Up to 2,000 characters. Say which city you ask for, if you like."),
        error_messages={
            "required": _("Write your question."),
            "min_length": _("Write a little more, so that the city knows what you ask."),
        },
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
        help_text=_("The answer comes straight to it. It is not kept on this site."),
        error_messages={
            "required": _("Write the address the answer is to go to."),
            "invalid": _("This is not an e-mail address. It should look like name@example.org."),
        },
    )
    subject = forms.CharField(required=False, widget=TrapInput())
    token = forms.CharField(widget=forms.HiddenInput())

    def __init__(self, practice: PracticePage, data: Any = None):
        super().__init__(data, initial={"token": new_token(practice)}, auto_id="question-%s")
        self.practice = practice

    @property
    def is_trapped(self) -> bool:
        return bool(self.data.get("subject"))

    def renewed(self) -> QuestionForm:
        """The form with a new time stamp and everything that was typed."""
        self.data = {**self.data.dict(), "token": new_token(self.practice)}
        return self

    def clean(self) -> dict[str, Any]:
        """The time stamp: fetched for this practice, not a moment ago and not yesterday."""
        cleaned = super().clean() or {}
        age = age_of(self.data.get("token", ""), self.practice)
        if age is None:
            self.renewed()
            self.add_error(None, _("The form was open for too long. Please send it again."))
        elif age < LEAST_SECONDS:
            self.add_error(None, _("That was very quick. Please send the question once more."))
        self._errors.pop("token", None)
        return cleaned


def new_token(practice: PracticePage) -> str:
    return signing.dumps([str(practice.translation_key), timezone.now().timestamp()], salt=_SALT)


def age_of(token: str, practice: PracticePage) -> float | None:
    """How many seconds ago the form was fetched; ``None`` for another form's or an old stamp."""
    try:
        key, at = signing.loads(token, salt=_SALT, max_age=LONGEST_SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    if key != str(practice.translation_key):
        return None
    return timezone.now().timestamp() - at


def within_limits(request: HttpRequest, practice: PracticePage) -> bool:
    """Whether this visitor may send one more, and this practice be sent one more."""
    return allows("question", visitor_of(request), PER_VISITOR_AND_HOUR, HOUR) and allows(
        "question", str(practice.translation_key), PER_PRACTICE_AND_DAY, DAY
    )


def recipient_of(practice: PracticePage) -> str:
    """Where the question goes: the contact's address, a successor's, else the editors'."""
    person: Person | None = practice.contact
    seen = set()
    today = timezone.localdate()
    while person is not None and person.pk not in seen:
        seen.add(person.pk)
        active = person.active_to is None or person.active_to >= today
        if active and person.email:
            return person.email
        person = person.successor
    return settings.EDITORS_EMAIL


def send(practice: PracticePage, question: str, asker: str) -> bool:
    """Send the one mail; ``False`` when the mail server did not take it.

    In Polish, for a Polish city, whatever language the asker reads; a reply goes to the asker.
    """
    language = active_language()
    with override("pl"):
        words = {
            "practice": practice,
            "title": one_line(practice.title),
            "address": absolute(practice.get_url() or ""),
            "question": question.strip(),
            "asker": asker,
            "from_english": language != "pl",
        }
        message = EmailMessage(
            subject=render_to_string("practices/mail/question_subject.txt", words).strip(),
            body=render_to_string("practices/mail/question.txt", words),
            to=[recipient_of(practice)],
            reply_to=[asker],
        )
    try:
        return message.send() == 1
    except (SMTPException, OSError) as error:
        logger.error("A question could not be sent: %s", type(error).__name__)
        return False
