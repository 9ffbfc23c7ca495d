"""From the settings to the server."""

import atexit
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from .databases import stop_if_unused
from .server import Server


def configured_server(settings_dict: dict) -> Server:
    """The server that an entry of ``DATABASES`` describes."""
    if settings_dict["HOST"] or settings_dict["PORT"]:
        raise ImproperlyConfigured("The embedded server has no HOST and no PORT of its own.")
    try:
        return _server(**settings_dict["EMBEDDED"])
    except (KeyError, TypeError) as error:
        raise ImproperlyConfigured(
            'The embedded server is configured by DATABASES["…"]["EMBEDDED"], a dict with '
            f"data_dir and, if need be, fsync and stop_at_exit ({error})."
        ) from error


@cache
def _server(data_dir: Path, fsync: bool = True, stop_at_exit: bool = False) -> Server:
    """The same object for every connection and thread of this process."""
    server = Server(data_dir, fsync=fsync)
    if stop_at_exit:
        atexit.register(_leave, server)
    return server


def _leave(server: Server) -> None:
    connections.close_all()
    stop_if_unused(server)
