"""Moderators of sites that already have them may import practices."""

from django.db import migrations

MODERATORS = "Moderatorzy"


def give(apps, schema_editor):
    # The rights are made after all migrations otherwise, too late for this one.
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="practices", model="importrun"
    )
    permission, _created = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename="add_importrun",
        defaults={"name": "Can add import of practices"},
    )
    for group in apps.get_model("auth", "Group").objects.filter(name=MODERATORS):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0003_rights_to_the_glossary"),
        ("practices", "0004_import_runs"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
