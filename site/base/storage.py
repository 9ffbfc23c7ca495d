"""Where renditions lie: public ones below MEDIA_URL, closed ones behind a checked address."""

from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.urls import reverse
from django.utils._os import safe_join
from django.utils.deconstruct import deconstructible

CLOSED_PREFIX = "closed/"


@deconstructible
class RenditionStorage(FileSystemStorage):
    """The public media folder, except that names below ``closed/`` live in the private one."""

    def path(self, name: str) -> str:
        if PurePosixPath(name).parts[:1] == ("closed",):
            return safe_join(str(settings.PRIVATE_MEDIA_ROOT), name)
        return super().path(name)

    def url(self, name: str | None) -> str:
        if name and name.startswith(CLOSED_PREFIX):
            return reverse("closed_image", args=[name.removeprefix(CLOSED_PREFIX)])
        return super().url(name)
