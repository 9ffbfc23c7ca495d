from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('base', '0003_what_is_in_a_pdf'),
    ]

    operations = [
        migrations.RenameField(
            model_name='customimage',
            old_name='decorative',
            new_name='is_decorative',
        ),
        migrations.AddField(
            model_name='customdocument',
            name='version',
            field=models.CharField(blank=True, help_text='As readers are told it, for example “2.1” or “draft of 3 March”.', max_length=40, verbose_name='version'),
        ),
    ]
