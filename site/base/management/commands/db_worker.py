from argparse import ArgumentParser
from typing import Any

from django_tasks_db.management.commands import db_worker

from base.queue import QUEUE, put_back_lost


class Command(db_worker.Command):
    help = "Does the tasks of the queue; first of all those that an earlier worker was killed over."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(backend_name=QUEUE, reload=False)

    def handle(self, **options: Any) -> None:
        put_back_lost()
        super().handle(**options)
