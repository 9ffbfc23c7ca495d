"""How meetings are found and chosen in the admin."""

from base.finding import containing
from base.picking import Pickable

from .models import MeetingPage


def _find(query: str):
    originals = MeetingPage.objects.originals().select_related("host_city").order_by("-start")
    return containing(originals, query, "title", "host_city__name_pl", ordering=("-start",))


def _note(meeting: MeetingPage) -> str:
    day = meeting.start.strftime("%d.%m.%Y") if meeting.start else ""
    place = meeting.host_city.name_pl if meeting.host_city else ""
    return ", ".join(part for part in (place, day) if part)


MEETINGS = Pickable(MeetingPage, _find, label=lambda meeting: meeting.title, note=_note)
