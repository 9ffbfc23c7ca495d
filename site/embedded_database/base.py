"""The database backend: Django's own for PostgreSQL, on a server that starts when needed."""

from functools import cached_property

from django.db import OperationalError
from django.db.backends.postgresql import base as postgresql

from . import ServerError
from .client import DatabaseClient
from .configuration import configured_server
from .databases import provide
from .server import PORT, SUPERUSER, Server


class DatabaseWrapper(postgresql.DatabaseWrapper):
    display_name = "PostgreSQL (embedded)"
    client_class = DatabaseClient

    @cached_property
    def server(self) -> Server:
        return configured_server(self.settings_dict)

    def get_connection_params(self) -> dict:
        params = {"user": SUPERUSER, **super().get_connection_params()}
        try:
            return {**params, "host": str(self.server.socket_dir), "port": PORT}
        except ServerError as error:
            raise OperationalError(str(error)) from error

    def get_new_connection(self, conn_params: dict):
        try:
            self.server.start()
            provide(self.server, self.settings_dict["NAME"], conn_params["user"])
        except ServerError as error:
            # What Django expects of a database that cannot be reached.
            raise OperationalError(str(error)) from error
        return super().get_new_connection(conn_params)
