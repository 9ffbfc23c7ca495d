"""``manage.py prune_imports``: deletes the files of old imports."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Q
from django.utils import timezone

from practices.models import ImportProblem, ImportRun
from practices.models.imports import FILES_KEPT


class Command(BaseCommand):
    help = "Deletes files of imports, their reports and problems, 90 days after the upload."

    def handle(self, **options: Any) -> None:
        old = ImportRun.objects.filter(created_at__lt=timezone.now() - FILES_KEPT)
        runs = old.filter(~Q(file="") | ~Q(report_pl="") | ~Q(report_en="")).exclude(
            state__in=ImportRun.BUSY
        )
        for run in runs:
            ImportProblem.objects.filter(run=run).delete()
            run.corrections = {}
            for file in (run.file, run.report_pl, run.report_en):
                if file:
                    file.delete(save=False)
            run.save()
        self.stdout.write(f"{len(runs)}")
