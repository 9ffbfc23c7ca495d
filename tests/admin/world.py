"""One of everything the admin has an address for, and somebody of each role."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Site, Task, UploadedFile, Workflow
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.operations import translate_object

from base.models import CollectionAudience
from base.translating import english_locale
from home.roles import EDITORS, MODERATORS, TRANSLATORS
from networks.models import Membership
from networks.models.network import NetworkPerson
from practices.models import ImportRun, PracticePage
from registers.curation import operations
from search.models import GlossaryEntry
from tests import factories, texts
from tests.admin.addresses import Address
from workbench.models import Term

# Letters stand for roles in the table; see tests/admin/rights.py.
GROUPS = {"E": EDITORS, "T": TRANSLATORS, "M": MODERATORS}


def make_world() -> Any:
    """Objects by the name of the argument that leads to them, people by their letter."""
    network = factories.translated_network()
    practice = factories.practice(networks=[network])
    with TestCase.captureOnCommitCallbacks(execute=True):
        translate_object(practice, [english_locale()])
        texts.translate(practice, word="English")
    practice = PracticePage.objects.get(pk=practice.pk)
    translation = Translation.objects.get(source__object_id=practice.translation_key)
    person = factories.person(user=factories.user(), kind="coordinator")
    network.people.add(NetworkPerson(person=person, role="coordinator"))
    network.save_revision().publish()
    product = factories.product(parent=network)
    people = {letter: factories.user() for letter in GROUPS}
    for letter, role in GROUPS.items():
        people[letter].groups.add(Group.objects.get(name=role.name))
    people |= {"C": person.user, "A": factories.administrator(), "S": factories.user()}
    city = factories.city()
    upload = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(Site), uploaded_by_user=people["A"]
    )
    return SimpleNamespace(
        people=people,
        # What page addresses are asked about; see Area.place.
        pages={"polish": practice, "english": practice.english, "theirs": product},
        practice=practice,
        product=product,
        translation=translation,
        segment=StringSegment.objects.filter(source=translation.source).first(),
        image=factories.image(),
        document=factories.document(),
        upload=upload,
        session=EditingSession.objects.create(
            user=people["A"], content_object=practice, last_seen_at=timezone.now()
        ),
        collection=Collection.get_first_root_node().add_child(name="Zbiór"),
        workflow=Workflow.objects.get(),
        task=Task.objects.get(),
        records={
            "wagtaillocales": Locale.objects.last(),
            "wagtailsites": Site.objects.get(),
            "wagtailusers_users": people["S"],
            "wagtailusers_groups": Group.objects.first(),
            "wagtailsnippets_registers_city": city,
            "wagtailsnippets_registers_theme": factories.theme(),
            "wagtailsnippets_registers_tag": factories.tag(),
            "wagtailsnippets_registers_person": factories.person(),
            "wagtailsnippets_registers_fundingsource": factories.funding_source(),
            "wagtailsnippets_networks_membership": Membership.objects.create(
                city=city, network=network, joined="2026-01-01"
            ),
            "wagtailsnippets_base_collectionaudience": CollectionAudience.objects.create(
                collection=Collection.get_first_root_node().add_child(name="Inny"), who="public"
            ),
            "wagtailsnippets_search_glossaryentry": GlossaryEntry.objects.create(
                words=["węzeł", "przesiadka"]
            ),
            "wagtailsnippets_workbench_term": Term.objects.create(
                polish="gmina", english="municipality"
            ),
        },
        run=ImportRun.objects.create(
            file_name="praktyki.xlsx",
            state=ImportRun.State.CHECKED,
            report_pl=ContentFile(b"wiersz", name="raport.csv"),
        ),
        operation=operations.assign_theme(
            [factories.tag(theme=None)], factories.theme(), user=people["M"]
        ),
        redirect=Redirect.objects.create(old_path="/stary", redirect_link="/pl/"),
    )


def url_of(address: Address, world: Any, place: str) -> str:
    """The address with arguments that lead to something; pages are those of ``place``."""
    if address.name in _WITHOUT_NAME:
        return reverse("wagtailadmin_home") + _WITHOUT_NAME[address.name]
    # Pages have one preview; the address that names another leads to the same view.
    names = [name for name in address.arguments if name != "mode"]
    given = {name: _argument(address, name, world, place) for name in names}
    if address.name == "wagtailadmin_pages:revisions_compare":
        page = world.pages[place]
        return reverse(address.name, args=[page.pk, "earliest", "latest"])
    return reverse(address.name, kwargs=given) + _query(address, world, place)


def _argument(address: Address, name: str, world: Any, place: str) -> Any:
    page = world.pages[place]
    space = address.name.rpartition(":")[0]
    special = _SPECIAL.get((address.name, name)) or _SPECIAL.get((space, name))
    if special is not None:
        return special(world)
    if name == "pk" and (record := _record(world, space)) is not None:
        return record.pk
    if name in ("parent_page_id", "destination_id"):
        return page.get_parent().pk
    return _BY_NAME[name](world, page)


def _record(world: Any, space: str) -> Any:
    return world.records.get(space.replace("snippetchoosers", "snippets"))


_BY_NAME: dict[str, Any] = {
    "page_id": lambda world, page: page.pk,
    "page_pk": lambda world, page: page.pk,
    "page_to_move_id": lambda world, page: page.pk,
    "pk": lambda world, page: page.pk,
    "revision_id": lambda world, page: page.latest_revision_id,
    "content_type_app_name": lambda world, page: page._meta.app_label,
    "content_type_model_name": lambda world, page: page._meta.model_name,
    "app_label": lambda world, page: page._meta.app_label,
    "app_name": lambda world, page: page._meta.app_label,
    "model_name": lambda world, page: page._meta.model_name,
    "object_id": lambda world, page: str(page.pk),
    "action": lambda world, page: "delete",
    "action_name": lambda world, page: "approve",
    "task_id": lambda world, page: world.task.pk,
    "task_state_id": lambda world, page: 1,
    "workflow_pk": lambda world, page: world.workflow.pk,
    "workflow_state_id": lambda world, page: 1,
    "session_id": lambda world, page: world.session.pk,
    "collection_id": lambda world, page: world.collection.pk,
    "translation_id": lambda world, page: world.translation.pk,
    "translation_source_id": lambda world, page: world.translation.source_id,
    "string_segment_id": lambda world, page: world.segment.pk,
    "overridable_segment_id": lambda world, page: 1,
    "redirect_id": lambda world, page: world.redirect.pk,
    "document_id": lambda world, page: world.document.pk,
    "doc_id": lambda world, page: world.document.pk,
    "image_id": lambda world, page: world.image.pk,
    "uploaded_file_id": lambda world, page: world.upload.pk,
    "filter_spec": lambda world, page: "width-20",
    "uidb64": lambda world, page: "MQ",
    "token": lambda world, page: "set-password",
}
_SPECIAL: dict[tuple[str, str], Any] = {
    ("wagtailadmin_collections", "pk"): lambda world: world.collection.pk,
    ("wagtailadmin_workflows", "app_label"): lambda world: "wagtailcore",
    ("wagtailadmin_workflows", "model_name"): lambda world: "groupapprovaltask",
    ("wagtailadmin_workflows:edit_task", "pk"): lambda world: world.task.pk,
    ("wagtailadmin_workflows:enable_task", "pk"): lambda world: world.task.pk,
    ("wagtailadmin_workflows:disable_task", "pk"): lambda world: world.task.pk,
    ("wagtailadmin_workflows", "pk"): lambda world: world.workflow.pk,
    ("wagtailadmin_api:documents", "pk"): lambda world: world.document.pk,
    ("wagtailadmin_api:images", "pk"): lambda world: world.image.pk,
    ("wagtaildocs_chooser", "pk"): lambda world: world.document.pk,
    ("wagtailimages_chooser", "pk"): lambda world: world.image.pk,
    ("wagtail_bulk_action", "app_label"): lambda world: "wagtailcore",
    ("wagtail_bulk_action", "model_name"): lambda world: "page",
    ("wagtailadmin_tag_model_autocomplete", "app_name"): lambda world: "taggit",
    ("wagtailadmin_tag_model_autocomplete", "model_name"): lambda world: "tag",
    ("pick_options", "app_label"): lambda world: "registers",
    ("pick_options", "model_name"): lambda world: "city",
    ("workbench_without_english", "app_label"): lambda world: "registers",
    ("workbench_without_english", "model_name"): lambda world: "tag",
    ("workbench_without_english", "field"): lambda world: "name_en",
    ("practice_imports", "pk"): lambda world: world.run.pk,
    ("split_tag", "pk"): lambda world: world.records["wagtailsnippets_registers_tag"].pk,
    ("tag_operation", "pk"): lambda world: world.operation.pk,
    ("manual_picture", "name"): lambda world: "editors-first-page.webp",
    ("practice_state", "page_id"): lambda world: world.practice.pk,
    ("product_stage", "page_id"): lambda world: world.product.pk,
}


# The last two patterns have no name: what is nowhere else, and Wagtail's own page for it.
_WITHOUT_NAME = {"test404/": "test404/", "^.*/$": "nowhere/"}


def _query(address: Address, world: Any, place: str) -> str:
    if address.name == "wagtail_bulk_action":
        return f"?id={world.pages[place].pk}"
    if address.name.endswith(":chosen_multiple"):
        return f"?id={(_record(world, address.name.rpartition(':')[0]) or world.image).pk}"
    return ""
