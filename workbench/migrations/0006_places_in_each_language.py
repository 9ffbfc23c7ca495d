"""Places of barriers in each language; those found before wait for the next examination."""

from django.db import migrations

from base.telling import SaidField
from base.told_columns import TextToMessages


class Migration(migrations.Migration):
    dependencies = [("workbench", "0005_captions_of_films")]

    operations = [
        TextToMessages("finding", "place", SaidField("where", blank=True, default=str)),
        TextToMessages("linkuse", "words", SaidField(blank=True, default=str)),
    ]
