"""Translations out of the house and back: PO files that lose nothing on the way.

What a machine made goes out marked as fuzzy; a translator confirms it by taking the mark off.
"""

from __future__ import annotations

from typing import Any

import polib
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringTranslation, Translation

from base.refusals import Refusal

from .segments import MACHINE

LARGEST = 2 * 1024 * 1024
FUZZY = "fuzzy"
TOOL = "PO"
_ID = "X-WagtailLocalize-TranslationID"


def export(translation: Translation) -> str:
    """All texts of a translation as a PO file."""
    po = translation.export_po()
    unconfirmed = set(
        _translations(translation)
        .filter(translation_type=MACHINE)
        .values_list("translation_of__data", "context__path")
    )
    for entry in po:
        if (entry.msgid, entry.msgctxt) in unconfirmed and not entry.obsolete:
            entry.flags.append(FUZZY)
    return str(po)


def read(content: bytes, translation: Translation) -> polib.POFile:
    """The PO file somebody uploaded; raises :class:`Refusal` with what is wrong with it."""
    if len(content) > LARGEST:
        raise Refusal(_("The file is larger than 2 MB; a translation's PO file never is."))
    try:
        text = content.decode("utf-8-sig")
        # polib takes a text without line breaks for the name of a file.
        if "\n" not in text:
            raise ValueError
        po = polib.pofile(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise Refusal(_("This is not a PO file in UTF-8.")) from error
    if po.metadata.get(_ID) != str(translation.uuid):
        raise Refusal(
            _("This PO file belongs to another page; download this page's and translate that.")
        )
    return po


def take_in(po: polib.POFile, translation: Translation, user: Any) -> list[str]:
    """Write down what a PO file says; returns sentences that say what came of it."""
    sure = [entry for entry in po if FUZZY not in entry.flags and not entry.obsolete]
    unsure = sum(1 for entry in po if FUZZY in entry.flags and entry.msgstr)
    before = dict(_translations(translation).values_list("pk", "data"))
    confirmed = {
        (entry.msgid, entry.msgctxt): entry.msgstr for entry in sure if entry.msgstr.strip()
    }
    accepted = polib.POFile()
    accepted.metadata = po.metadata
    accepted.extend(sure)
    strangers = translation.import_po(accepted, user=user, tool_name=TOOL)
    for each in _translations(translation).filter(translation_type=MACHINE):
        if confirmed.get((each.translation_of.data, each.context.path)) == each.data:
            each.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
            each.tool_name, each.last_translated_by = TOOL, user
            each.save()
    taken = refused = 0
    for each in _translations(translation):
        if not each.has_error:
            taken += before.get(each.pk) != each.data
        elif confirmed.get((each.translation_of.data, each.context.path)) == each.data:
            refused += 1
    said = [
        ngettext("%(number)d text was loaded from the file.",
                 "%(number)d texts were loaded from the file.", taken) % {"number": taken}
    ]  # fmt: skip
    if strangers:
        number = len(strangers)
        said.append(
            ngettext("%(number)d entry was left out: its Polish is no longer on the page.",
                     "%(number)d entries were left out: their Polish is no longer on the page.",
                     number) % {"number": number}
        )  # fmt: skip
    if refused:
        said.append(
            ngettext("%(number)d text is refused until it is corrected: its markup or links "
                     "are not those of the Polish.",
                     "%(number)d texts are refused until they are corrected: their markup or "
                     "links are not those of the Polish.",
                     refused) % {"number": refused}
        )  # fmt: skip
    if unsure:
        said.append(
            ngettext("%(number)d entry is still marked as fuzzy and was left out.",
                     "%(number)d entries are still marked as fuzzy and were left out.",
                     unsure) % {"number": unsure}
        )  # fmt: skip
    return said


def _translations(translation: Translation) -> Any:
    return StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    ).select_related("translation_of", "context")
