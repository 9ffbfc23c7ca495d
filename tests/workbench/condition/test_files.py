"""Pictures and documents that want mending, and pages nothing leads to."""

from __future__ import annotations

import io

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject

from base.models import CustomDocument, CustomImage
from tests import factories
from tests.admin.forms import text_of
from workbench.condition import files
from workbench.condition.orphans import orphans


def pdf(*, tags: bool, title: str = "") -> ContentFile:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    if tags:
        root = writer._root_object
        root[NameObject("/MarkInfo")] = DictionaryObject(
            {NameObject("/Marked"): BooleanObject(True)}
        )
        root[NameObject("/StructTreeRoot")] = DictionaryObject(
            {NameObject("/Type"): NameObject("/StructTreeRoot")}
        )
    if title:
        writer.add_metadata({"/Title": title})
    written = io.BytesIO()
    writer.write(written)
    return ContentFile(written.getvalue(), name="plik.pdf")


def uploaded(commit, **of_pdf) -> CustomDocument:
    with commit():
        document = factories.document(file=pdf(**of_pdf))
    return CustomDocument.objects.get(pk=document.pk)


def test_a_pdf_is_looked_into_once_it_is_uploaded(site_tree, commit):
    bare, good = uploaded(commit, tags=False), uploaded(commit, tags=True, title="Uchwała")

    assert (bare.pdf_has_tags, bare.pdf_has_title) == (False, False)
    assert (good.pdf_has_tags, good.pdf_has_title) == (True, True)
    assert list(files.with_barriers(CustomDocument.objects.all())) == [bare]


def test_a_new_file_of_a_document_is_looked_into_anew(site_tree, commit):
    document = uploaded(commit, tags=False)

    with commit():
        document.file = pdf(tags=True, title="Uchwała")
        document.save()

    document.refresh_from_db()
    assert document.pdf_has_tags is True


def test_what_is_no_pdf_inside_breaks_nothing(site_tree, commit):
    with commit():
        document = factories.document(file=ContentFile(b"%PDF-1.4 nonsense", name="zly.pdf"))

    document.refresh_from_db()
    assert document.pdf_has_tags is False


def test_pictures_without_words_or_uses_are_listed(site_tree, admin_client):
    bare = factories.image(title="Bez opisu", alt_en="")
    used = factories.image(title="Użyte")
    factories.article(cover=used)
    decorative = factories.image(title="Ozdoba", alt_pl="", alt_en="", is_decorative=True)

    without = files.without_alternative_text(CustomImage.objects.all())
    assert bare in without
    assert not without.filter(pk=decorative.pk).exists()
    unused = files.unused(CustomImage.objects.all())
    assert used not in unused
    assert {bare, decorative} <= set(unused)
    said = text_of(admin_client.get(reverse("workbench_images"), {"problem": "alt"}))
    assert "Bez opisu" in said
    assert "Ozdoba" not in said


def test_an_orphan_is_a_page_no_menu_and_no_page_leads_to(site_tree, admin_client):
    about = factories.plain_page(title="O nas")
    alone = factories.plain_page(title="Samotna", parent=about)
    known = factories.plain_page(title="Znana", parent=about)
    factories.article(
        body=[("paragraph", f'<p><a linktype="page" id="{known.pk}">Zobacz stronę znaną</a></p>')]
    )

    titles = {page.title for page in orphans()}

    assert "Samotna" in titles
    assert not {"O nas", "Znana"} & titles
    assert "Samotna" in text_of(admin_client.get(reverse("workbench_orphans")))
    assert alone.pk


@pytest.mark.parametrize("name", ["barriers", "links", "images", "documents", "orphans"])
def test_the_reports_are_closed_to_who_edits_nothing(name, client, site_tree):
    someone = factories.user()
    factories.permit(someone, "wagtailadmin.access_admin")
    client.force_login(someone)

    assert client.get(reverse(f"workbench_{name}")).status_code in (302, 403)
