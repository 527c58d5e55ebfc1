"""The accessibility statement: what these pages do for everyone, how that was tested, and what falls short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.show.site.rendering import rendered

if TYPE_CHECKING:
    from graph.show.site.links import Links


def accessibility_page(links: Links) -> bytes:
    """The HTML of the page."""
    return rendered(
        "accessibility.html.j2",
        links,
        title="Accessibility",
        crumbs=[("Home", links.home)],
        formats={},
        data=None,
    )
