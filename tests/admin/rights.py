"""Who may open what in the admin: the one table that the test walks and docs/rights.md shows.

An address stands in every area that names it; one that stands in none fails the test. Who may
open an area is said by letters: E editors, T translators, C coordinators of a network,
M moderators, A administrators. Somebody who is signed in without a role, and somebody who is not
signed in, are led to signing in, but for the areas of EVERYBODY.

To add an address, put its name (as in ``reverse``) into the area it belongs to, or write a new
area; an argument without a sample fails with its name and gets one in tests/admin/world.py.
`python -m tests.admin.rights` writes docs/rights.md again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "rights.md"
ROLES = {
    "E": "editor", "T": "translator", "C": "coordinator", "M": "moderator", "A": "administrator",
}  # fmt: skip
ALL, EVERYBODY, NOBODY = "ETCMA", "ETCMAS-", ""
# It leads everybody to the form for signing in.
SIGNING_OUT = "Signing out"
# Wagtail's own views that fail for whoever may open them: one is meant to, the other reads, of a
# form without data, what it has just found missing. That they were reached is what is asked here.
FAIL_WITHOUT_DATA = {"wagtailadmin_error_test", "wagtailredirects:process_import"}


@dataclass(frozen=True)
class Area:
    """Addresses that the same people may open; ``place`` is the page that they are asked about:
    a Polish one, an English one, or one of the coordinator's own network (``theirs``).
    """

    name: str
    who: str
    addresses: tuple[str, ...]
    place: str = "polish"


def _in(namespace: str, names: str) -> tuple[str, ...]:
    return tuple(f"{namespace}:{name}" for name in names.split())


def _alone(names: str) -> tuple[str, ...]:
    return tuple(names.split())


def _register(what: str, name: str, *, view: str, add: str, change: str, delete: str) -> list[Area]:
    """A snippet's addresses. Its chooser is open to whoever may write: forms choose from it."""
    own, chooser = f"wagtailsnippets_{name}", f"wagtailsnippetchoosers_{name}"
    return [
        Area(f"{what}: list", view, _in(own, "list list_results")),
        Area(f"{what}: choose in a form", ALL, _in(
            chooser, "choose choose_results chosen chosen_multiple")),
        Area(f"{what}: add", add, _in(own, "add")),
        Area(f"{what}: add in a form's window, which has no form for it", NOBODY, _in(
            chooser, "create")),
        Area(f"{what}: change, history", change, _in(own, "edit usage history history_results")),
        Area(f"{what}: delete", delete, _in(own, "delete")),
    ]  # fmt: skip


def _pages_of(*kinds: str) -> tuple[str, ...]:
    return tuple(
        address for kind in kinds for address in _in(kind, "index index_results choose_parent")
    )


_EDITING = (
    "page_readership",
    *_in(
        "wagtailadmin_pages",
        "edit preview_on_edit view_draft usage copy revisions_view revisions_revert "
        "revisions_compare workflow_history history history_results",
    ),
)
_ADDING = _in("wagtailadmin_pages", "add preview_on_add add_subpage")
_PUBLISHING = _in("wagtailadmin_pages", "move move_confirm set_page_position")
_LOCKING = _in("wagtailadmin_pages", "lock unlock")
_DELETING = _in("wagtailadmin_pages", "delete")
_UNPUBLISHING = _in("wagtailadmin_pages", "unpublish revisions_unschedule")
_VIEWSET = "index index_results add edit delete usage history history_results"

AREAS: list[Area] = [
    Area("Signing in, forgotten password", EVERYBODY, _alone(
        "wagtailadmin_password_reset wagtailadmin_password_reset_done "
        "wagtailadmin_password_reset_confirm wagtailadmin_password_reset_complete "
        "wagtailadmin_javascript_catalog wagtailadmin_sprite")),
    Area("Signing in: the form (others are led on)", "S-", _alone("wagtailadmin_login")),
    Area(SIGNING_OUT, NOBODY, _alone("wagtailadmin_logout")),
    Area("First page, own account", ALL, _alone(
        "wagtailadmin_home wagtailadmin_account wagtailadmin_dismissibles")),
    Area("Pages: tree, search, choosers, lists of pages by type", ALL, (
        *_alone(
            "wagtailadmin_explore_root wagtailadmin_explore wagtailadmin_explore_results "
            "wagtail_bulk_action wagtailadmin_choose_page wagtailadmin_choose_page_child "
            "wagtailadmin_choose_page_search wagtailadmin_choose_page_chosen_multiple "
            "wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link "
            "wagtailadmin_choose_page_phone_link wagtailadmin_choose_page_anchor_link "
            "wagtailadmin_tag_autocomplete wagtailadmin_tag_model_autocomplete pick_options "
            "wagtailadmin_editing_sessions:release wagtail_localize:javascript_catalog"
        ),
        *_in("wagtailadmin_pages",
             "type_use type_use_results choose_parent search search_results revisions_index "
             "confirm_workflow_cancellation"),
        *_in("wagtailadmin_api", "pages:listing documents:listing images:listing"),
        *_pages_of("network_pages", "news_pages", "meeting_pages", "product_pages",
                   "practice_pages"),
    )),
    Area("A page below the lists of practices and news: details", "ECMA", _alone(
        "wagtailadmin_api:pages:detail")),
    Area("Polish pages: change, history, copy", "EMA", _EDITING),
    Area("Polish pages: who else is editing", "EMA", _alone("wagtailadmin_editing_sessions:ping")),
    Area("Polish pages: add practices and news", "ECMA", _ADDING),
    Area("Polish pages: move and order", "MA", _PUBLISHING),
    Area("Polish pages: delete, unpublish, lock", "MA", _DELETING + _UNPUBLISHING + _LOCKING),
    Area("Polish pages: audience, state of a practice, stage of a product", "MA", _alone(
        "page_audience practice_state product_stage")),
    Area("English pages: change, history", "ETMA", _EDITING, "english"),
    Area("English pages: add (they come from translating)", NOBODY, _ADDING, "english"),
    Area("English pages: delete", "ETMA", _DELETING, "english"),
    Area("English pages: lock", "MA", _LOCKING, "english"),
    Area("Own network: change its pages, history, copy", "ECMA", _EDITING, "theirs"),
    Area("Own network: add meetings and products", "ECMA", _ADDING, "theirs"),
    Area("Own network: move, delete, unpublish, lock", "MA",
         _PUBLISHING + _DELETING + _UNPUBLISHING + _LOCKING, "theirs"),
    Area("Translations: board, desk, files, registers without English", "ETMA", (
        *_alone("workbench_translations workbench_translations_list workbench_without_english "
                "workbench_translate workbench_changes workbench_download_po"),
        *_in("wagtail_localize",
             "submit_page_translation update_translations download_pofile upload_pofile "
             "preview_translation edit_string_translation translations_report "
             "translations_report_results"),
    )),
    Area("The editors' manual", ALL, _alone("manual manual_picture")),
    Area("Tags: put in order", "ETMA", _alone("tidy_tags tag_operations tag_operations_list")),
    Area("Tags: merge, split, undo", "MA", _alone("split_tag tag_operation")),
    Area("Tags proposed for a Polish practice", "EMA", _alone("tag_proposals")),
    Area("Imports of practices", "MA", _in(
        "practice_imports",
        "index index_results new run choose carry_out progress report stop undo")),
    Area("Articles brought over from HTML and Word", "ECMA", _alone("bring_over")),
    Area("Old addresses", "A", _alone("old_addresses")),
    *_register("Translation glossary", "workbench_term",
               view="ETMA", add="TMA", change="TMA", delete="TMA"),
    *_register("Glossary of the search", "search_glossaryentry",
               view="EMA", add="EMA", change="EMA", delete="MA"),
    *_register("Cities", "registers_city", view=ALL, add="MA", change="ETMA", delete="MA"),
    *_register("Themes", "registers_theme", view=ALL, add="MA", change="TMA", delete="MA"),
    Area("Themes: order", "TMA", _in("wagtailsnippets_registers_theme", "reorder")),
    *_register("Tags", "registers_tag", view=ALL, add="EMA", change="ETMA", delete="MA"),
    *_register("People", "registers_person", view=ALL, add="EMA", change="ETMA", delete="MA"),
    *_register("Funding sources", "registers_fundingsource",
               view=ALL, add="MA", change="TMA", delete="MA"),
    *_register("Memberships of cities", "networks_membership",
               view="ECMA", add="MA", change="MA", delete="MA"),
    *_register("Audiences of collections", "base_collectionaudience",
               view="A", add="A", change="A", delete="A"),
    Area("Registers: what there is", "ETMA", _alone("wagtailsnippets:index")),
    Area("Images: list, choose in a form", ALL, (
        *_in("wagtailimages", "index index_results"),
        *_in("wagtailimages_chooser", "choose choose_results chosen_multiple"))),
    Area("Images of others: put one into a text", "ETMA",
         _in("wagtailimages_chooser", "chosen select_format")),
    Area("Images: add", "ECMA", (
        *_in("wagtailimages", "add add_multiple"), *_in("wagtailimages_chooser", "create"),
        "several_pictures")),
    Area("Images of others: change", "ETMA", (
        *_in("wagtailimages", "edit preview image_usage edit_multiple"),
        "one_of_several_pictures",
        *_in("wagtailadmin_api", "images:detail"))),
    Area("Images of others: delete", "EMA", _in("wagtailimages", "delete delete_multiple")),
    Area("Documents: choose in a form", ALL, _in(
        "wagtaildocs_chooser", "choose choose_results chosen_multiple")),
    Area("Documents: put one into a text", "EMA", _in("wagtaildocs_chooser", "chosen")),
    Area("Documents: list, add", "ECMA", (
        *_in("wagtaildocs", "index index_results add add_multiple"),
        *_in("wagtaildocs_chooser", "create"))),
    Area("Documents of others: change, delete", "EMA", (
        *_in("wagtaildocs", "edit delete edit_multiple delete_multiple document_usage"),
        *_in("wagtailadmin_api", "documents:detail"))),
    Area("Videos by address", ALL, _in("wagtailembeds", "chooser chooser_upload")),
    Area("Reports of what one may edit, readership, digest", ALL, (
        *_alone("digest readership readership_results import_template "
                "workbench_barriers workbench_barriers_list workbench_links workbench_links_list "
                "workbench_images workbench_images_list workbench_orphans workbench_orphans_list"),
        *_in("wagtailadmin_reports",
             "workflow workflow_results workflow_tasks workflow_tasks_results site_history "
             "site_history_results aging_pages aging_pages_results page_types_usage "
             "page_types_usage_results"))),
    Area("Reports: documents", "ECMA", _alone("workbench_documents workbench_documents_list")),
    Area("Reports: locked pages", "MA", _in(
        "wagtailadmin_reports", "locked_pages locked_pages_results")),
    Area("Reports: searches without results", "EMA", _alone(
        "searches_without_results searches_without_results_list")),
    Area("Workflows: choose among tasks", ALL, _in(
        "wagtailadmin_workflows",
        "task_chooser task_chooser_results task_chooser_create task_chosen")),
    Area("Workflows and their tasks", "A", _in(
        "wagtailadmin_workflows",
        "index index_results add enable disable edit usage usage_results remove add_task "
        "select_task_type task_index task_index_results edit_task disable_task enable_task")),
    Area("Redirects", "A", _in(
        "wagtailredirects", "index index_results add edit delete start_import process_import")),
    Area("Collections", "A", _in(
        "wagtailadmin_collections", "index add edit delete set_privacy")),
    Area("Users", "A", _in("wagtailusers_users", f"{_VIEWSET} copy")),
    Area("Groups", "A", _in("wagtailusers_groups", _VIEWSET)),
    Area("Sites and languages", "A", (
        *_in("wagtailsites", f"{_VIEWSET} copy"), *_in("wagtaillocales", f"{_VIEWSET} copy"))),
    Area("Forms with stored answers: a list, always empty", ALL, _in(
        "wagtailforms", "index index_results")),
    Area("Wagtail's tests of its error pages", ALL, _alone("wagtailadmin_error_test test404/")),
    # They answer only where there is something this site has not, or are switched off by it.
    Area("Not used by this site, or only in a state the sample has not", NOBODY, (
        *_alone("^.*/$ wagtailadmin_block_preview "
                "workbench_upload_po workbench_translate_by_machine "
                "brought_article brought_picture discard_brought_article "
                "old_addresses_checked old_addresses_report old_addresses_finish "
                "refused_of_several_pictures"),
        *_in("wagtailadmin_pages",
             "convert_alias workflow_action collect_workflow_action_data workflow_preview "
             "workflow_history_detail set_privacy"),
        *_in("wagtailadmin_api",
             "pages:find pages:action documents:find images:find"),
        *_in("wagtail_localize",
             "submit_snippet_translation machine_translate stop_translation convert_to_alias "
             "edit_override snippets_api_listing snippets_api_detail"),
        *_in("wagtailforms", "list_submissions list_submissions_results delete_submissions"),
        *_in("wagtailsettings", "edit preview_on_edit"),
        *_in("wagtaildocs", "create_multiple_from_uploaded_document delete_upload_multiple"),
        *_in("wagtailimages",
             "url_generator url_generator_output create_multiple_from_uploaded_image "
             "delete_upload_multiple"))),
]  # fmt: skip


def document() -> str:
    """docs/rights.md as it should be."""
    lines = [
        "# Who may open what in the admin",
        "",
        "Written from `tests/admin/rights.py` by `python -m tests.admin.rights`;",
        "`tests/admin/test_rights.py` opens every address of the admin as each role and compares.",
        "Decisions behind the roles: [0031](decisions/0031-roles.md).",
        "",
        "Somebody signed in without a role, and somebody not signed in, get to the form for",
        "signing in and no further. What is listed is limited by the rights to single pages.",
        "",
        f"| area | {' | '.join(ROLES.values())} |",
        f"|---|{'---|' * len(ROLES)}",
    ]
    for area in AREAS:
        if area.who in (NOBODY, "S-") and area.place == "polish":
            continue
        marks = " | ".join("✓" if letter in area.who else "–" for letter in ROLES)
        lines.append(f"| {area.name} | {marks} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
