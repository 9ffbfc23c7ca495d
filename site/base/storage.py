"""Where renditions lie: public ones below MEDIA_URL, closed ones behind a checked address."""

from pathlib import PurePosixPath
from typing import Any

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

    def _save(self, name: str, content: Any) -> str:
        """Django notes a file's name by its way from the public folder, which this has none of."""
        if PurePosixPath(name).parts[:1] != ("closed",):
            return super()._save(name, content)
        private = FileSystemStorage(location=settings.PRIVATE_MEDIA_ROOT)
        return private._save(name, content)

    def url(self, name: str | None) -> str:
        if name and name.startswith(CLOSED_PREFIX):
            return reverse("closed_image", args=[name.removeprefix(CLOSED_PREFIX)])
        return super().url(name)
