"""A page's readership in the status panel of its editor.

Wagtail 7.4 has hooks for buttons and menus of the editor, but none for its side panels; what the
status panel shows is a list of templates of its class. To be deleted when there is a hook.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.side_panels import PageStatusSidePanel

from base.models import BasePage

TEMPLATE = "readership/admin/status.html"

_templates_of_wagtail = PageStatusSidePanel.get_status_templates


def _with_readership(panel: PageStatusSidePanel, context: dict[str, Any]) -> list[str]:
    templates = _templates_of_wagtail(panel, context)
    if panel.object.pk and isinstance(panel.object, BasePage):
        templates.append(TEMPLATE)
    return templates


def show_readership() -> None:
    PageStatusSidePanel.get_status_templates = _with_readership
