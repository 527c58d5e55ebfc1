"""What a page must never do, whatever its texts are: open dialogs, ask elsewhere, run what a document holds, fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Dialog, Page

# Elements and attributes that no page of ours makes, so that they come from a document.
FOREIGN = """() => [...document.querySelectorAll(
  "iframe, object, embed, base, [http-equiv=refresh], [autofocus], marquee, template"
)].map((one) => one.outerHTML.slice(0, 200)).concat(
  [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]
    .filter(({ name, value }) => name.startsWith("on") || /^\\s*(javascript|vbscript|data:text)/i.test(value))
    .map(({ name, value }) => `${one.tagName} ${name}=${value.slice(0, 80)}`)))"""


class Watch:
    """Watches all pages of a context. `home` is what every address that is asked for starts with."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.wrong: list[str] = []
        self.home = home
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", self._page)

    def _asked(self, url: str) -> None:
        if not url.startswith((self.home, "data:", "blob:")):
            self.wrong.append(f"asked for {url[:200]}")

    def _page(self, page: Page) -> None:
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda said: self.wrong.append(f"{page.url}: {said.text}") if said.type in ("error", "warning") else None,
        )

    def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def look(self, page: Page) -> None:
        """Look at a page that is open: nothing in it may have acted, and nothing may stick out of its window."""
        if page.evaluate("typeof acted") != "undefined":
            self.wrong.append(f"{page.url}: acted {page.evaluate('String(acted)')}")
        self.wrong += [f"{page.url}: {one}" for one in page.evaluate(FOREIGN)]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            self.wrong.append(f"{page.url}: is wider than its window")
