"""Messages of imports in each language; what was written before stays in the one it was written in."""

from django.db import migrations, models

from base.models.files import private_storage
from base.telling import SaidField
from base.told_columns import TextToMessages


def one_report_for_both(apps, schema_editor):
    apps.get_model("practices", "ImportRun").objects.update(report_en=models.F("report_pl"))


class Migration(migrations.Migration):
    dependencies = [("practices", "0006_names_for_editors")]

    operations = [
        TextToMessages(
            "importrun", "problem", SaidField(blank=True, default=str, editable=False)
        ),
        TextToMessages("importproblem", "message", SaidField()),
        TextToMessages("importchange", "why_left", SaidField(blank=True, default=str)),
        migrations.RemoveField("importrun", "language"),
        migrations.RenameField("importrun", "report", "report_pl"),
        migrations.AddField(
            "importrun",
            "report_en",
            models.FileField(
                blank=True, editable=False, storage=private_storage, upload_to="imports/%Y/%m/"
            ),
        ),
        migrations.RunPython(one_report_for_both, migrations.RunPython.noop),
    ]
