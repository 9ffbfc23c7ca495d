"""Tags proposed for a practice: from its text and from similar ones, never given by themselves."""

import pytest
from django.urls import reverse

from base import access
from base.models.records import Who
from news.models import NewsIndexPage
from search.curation.proposals import proposals
from tests import factories
from tests.admin.forms import text_of

pytestmark = pytest.mark.django_db


def draft_of(page):
    return page.get_latest_revision_as_object()


def proposed(page):
    return {each.tag.name: each for each in proposals(draft_of(page))}


def test_the_text_saved_last_proposes_tags_in_any_form_and_by_synonyms(site_tree):
    rain = factories.tag(name="retencja wody")
    factories.tag(name="budżet obywatelski", synonyms_pl=["budżet partycypacyjny"])
    factories.tag(name="rower")
    page = factories.practice(tags=[factories.tag(name="zieleń")], challenge="<p>Zieleń.</p>")
    page.title = "Jak zadbaliśmy o retencję wody"
    page.solution = (
        "<p>Pieniądze dał budżet partycypacyjny; o retencji wody mówiono dużo. Ktoś przyjechał "
        "rowerem.</p>"
    )
    page.save_revision()
    found = proposed(page)
    assert set(found) == {"retencja wody", "budżet obywatelski"}, (
        "nor what it bears, nor a word in passing"
    )
    assert (found["retencja wody"].mentions, found["retencja wody"].in_head) == (2, True)
    assert found["budżet obywatelski"].in_head is False
    assert rain.pk not in page.tagged_items.values_list("tag", flat=True), "nothing is given"


def test_tags_that_several_similar_practices_bear_are_proposed(site_tree, commit):
    common, hidden = factories.tag(name="deszczówka"), factories.tag(name="zamknięte")
    shared = factories.tag(name="opady")
    words = "Ogrody deszczowe zatrzymują ulewy na podwórkach kamienic."
    with commit():
        for tags in ([shared, common], [shared, common], [shared, common, hidden]):
            last = factories.practice(title=words, lead=words, tags=tags)
        access.set_audience(last, Who.MEMBERS)
    page = factories.practice(title="Ogrody deszczowe", lead=words, tags=[shared], published=False)
    found = proposed(page)
    assert set(found) == {"deszczówka"}
    assert len(found["deszczówka"].practices) == 2


def test_the_form_leads_to_proposals_which_only_who_may_edit_sees(client, site_tree):
    factories.tag(name="rower")
    page = factories.practice(title="Miasto na rowerze")
    address = reverse("tag_proposals", args=[page.pk])
    client.force_login(factories.editor(site_tree))
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert f'href="{address}"' in form.content.decode()
    assert "rower" in text_of(client.get(address)), "a page where there is no script"
    part = client.get(address, headers={"X-Requested-With": "XMLHttpRequest"})
    assert 'data-value="rower"' in part.content.decode()
    client.force_login(factories.editor(factories.index(NewsIndexPage)))
    assert client.get(address).status_code == 302
