"""Blocks explain themselves to editors, and their previews look as on the site."""

import pytest
from django.urls import reverse
from wagtail.blocks import Block, StreamBlock

from home.models import PlainPage
from news.models import NewsPage
from tests.admin.forms import text_of

BLOCKS = {
    **PlainPage._meta.get_field("body").stream_block.child_blocks,
    **NewsPage._meta.get_field("body").stream_block.child_blocks,
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_has_a_name_a_group_a_description_and_an_icon(name):
    block = BLOCKS[name]
    assert str(block.label)
    assert str(block.meta.group)
    assert str(block.get_description())
    assert block.meta.icon != "placeholder"


def preview_of(client, block: Block):
    return client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})


@pytest.mark.django_db
@pytest.mark.parametrize("name", BLOCKS)
def test_the_preview_of_a_block_is_drawn_with_the_sites_style(admin_client, site_tree, name):
    block = BLOCKS[name]
    assert not isinstance(block, StreamBlock)
    assert block.is_previewable, "an editor sees what a block is before choosing it"
    response = preview_of(admin_client, block)
    assert response.status_code == 200
    page = response.content.decode()
    assert "css/tokens.css" in page
    assert "css/blocks.css" in page


@pytest.mark.django_db
def test_the_preview_shows_the_example_words(admin_client, site_tree):
    assert "W skrócie" in text_of(preview_of(admin_client, BLOCKS["frame"]))
    assert "Cyfryzacja" in text_of(preview_of(admin_client, BLOCKS["table"]))


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("Sieć | Miasta\nRazem | 9", [["Sieć", "Miasta"], ["Razem", "9"]]),
        ("| Sieć | Miasta |\n| Razem | 9 |", [["Sieć", "Miasta"], ["Razem", "9"]]),
        ("Sieć\tMiasta\nRazem\t", [["Sieć", "Miasta"], ["Razem", ""]]),
        ("Sieć | Miasta\n| 9", [["Sieć", "Miasta"], ["", "9"]]),
    ],
)
def test_an_empty_cell_at_the_edge_of_a_table_stays(rows, lines):
    table = BLOCKS["table"].to_python({"caption": "Miasta", "rows": rows})
    assert table.lines == lines
