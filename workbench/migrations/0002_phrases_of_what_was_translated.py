from django.db import migrations


def make_phrases(apps, schema_editor):
    """What was translated before there was a memory is in it from the beginning."""
    from django.db.models import Func, Value

    from base.text import fold, plain
    from workbench.models.phrases import words_of

    String = apps.get_model("wagtail_localize", "String")
    Phrase = apps.get_model("workbench", "Phrase")
    strings = String.objects.filter(translations__isnull=False).distinct()
    phrases = []
    for string in strings.iterator():
        said = fold(plain(string.data))
        if said:
            words = Func(Value(words_of(said)), function="array_to_tsvector")
            phrases.append(Phrase(string_id=string.pk, plain=said, words=words))
    Phrase.objects.bulk_create(phrases, batch_size=1000, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("workbench", "0001_glossary_and_phrases")]

    operations = [migrations.RunPython(make_phrases, migrations.RunPython.noop)]
