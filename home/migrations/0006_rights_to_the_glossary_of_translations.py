"""The roles of sites that already have them may read or keep the translators' glossary."""

from django.db import migrations

ACTIONS = {
    "Redaktorzy": ("view",),
    "Moderatorzy": ("add", "change", "delete", "view"),
}


def give(apps, schema_editor):
    # The rights are made after all migrations otherwise, too late for this one.
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="workbench", model="term"
    )
    permissions = apps.get_model("auth", "Permission").objects
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ACTIONS):
        for action in ACTIONS[group.name]:
            permission, _created = permissions.get_or_create(
                content_type=content_type,
                codename=f"{action}_term",
                defaults={"name": f"Can {action} term"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0005_posters_and_captions_of_films"),
        ("workbench", "0001_glossary_and_phrases"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
