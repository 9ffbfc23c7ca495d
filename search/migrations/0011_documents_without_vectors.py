from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0010_word_vectors'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='searchdocument',
            name='search_vector_pl',
        ),
        migrations.RemoveIndex(
            model_name='searchdocument',
            name='search_vector_en',
        ),
        migrations.RemoveField(
            model_name='searchdocument',
            name='vector_en',
        ),
        migrations.RemoveField(
            model_name='searchdocument',
            name='vector_pl',
        ),
        # What a dropped column took is given back only where the rows are written anew.
        migrations.RunSQL(
            "CLUSTER search_searchdocument USING search_searchdocument_pkey",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            "ALTER TABLE search_searchdocument SET WITHOUT CLUSTER", migrations.RunSQL.noop
        ),
    ]
