from django.db import migrations


def make_phrases(apps, schema_editor):
    """What was translated before there was a memory is in it from the beginning."""
    from base.text import fold, plain

    String = apps.get_model("wagtail_localize", "String")
    Phrase = apps.get_model("workbench", "Phrase")
    strings = String.objects.filter(translations__isnull=False).distinct()
    phrases = []
    for string in strings.iterator():
        words = fold(plain(string.data))
        if words:
            phrases.append(Phrase(string_id=string.pk, plain=words))
    Phrase.objects.bulk_create(phrases, batch_size=1000, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("workbench", "0001_glossary_and_phrases")]

    operations = [migrations.RunPython(make_phrases, migrations.RunPython.noop)]
