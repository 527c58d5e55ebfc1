"""What a reader takes away from the graph page: the picture as PNG or SVG, and the rows shown as CSV."""

from __future__ import annotations

import csv
import io
import struct
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from show.samples import devon, page_of, pledge, quote

from browser.graph_page import FOSTER, Opened, filters

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest_plugins = ("browser.graph_page",)
pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a button hands out."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def parsed(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def size(png: bytes) -> tuple[int, int]:
    """Width and height, https://www.w3.org/TR/png-3/#11IHDR."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_rows_shown_are_saved_for_a_spreadsheet(shown: Page) -> None:
    name, content = saved(shown, "Save the rows")
    assert name == "where-every-pledge-went.csv"
    assert content.startswith(b"\xef\xbb\xbf"), "without a byte order mark Excel misreads the letters"
    assert content.endswith(b"\r\n")
    rows = parsed(content)
    assert [row["Pledge"] for row in rows] == [record["text"] for record in devon()[0]]
    foster = next(row for row in rows if row["Pledge"] == FOSTER)
    assert foster["Status"] == "In progress"
    assert foster["Owned now by"] == "A Place Called Home"
    assert foster["Where"].startswith("sufficiency-review.txt, line ")
    filters(shown, "statuses", "InProgress").uncheck()
    fewer = parsed(saved(shown, "Save the rows")[1])
    assert 0 < len(fewer) < len(rows)
    assert {row["Status"] for row in fewer}.isdisjoint({"In progress"})


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n="])
def test_no_cell_is_a_formula(chromium: Browser, tmp_path: Path, start: str) -> None:
    text = start + 'HYPERLINK("http://x.test","a, b")'
    made = pledge(text, [text], quote(text, 0, 1), "Achieved")
    made["status"]["stated"] = text
    file = tmp_path / "formula.html"
    file.write_text(page_of(([made], [])), encoding="utf-8")
    opened = Opened(chromium, file)
    row = parsed(saved(opened.page, "Save the rows")[1])[0]
    for cell in row.values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), cell
    assert row["Pledge"].startswith("'")
    opened.context.close()


@pytest.mark.parametrize("look", ["Where did they go", "Explore freely"])
def test_the_picture_holds_all_that_is_drawn(shown: Page, look: str) -> None:
    shown.get_by_label(look).check()
    shown.get_by_role("button", name="Show all of it").click()
    width, height = size(saved(shown, "Save the picture (PNG)")[1])
    box = shown.locator("#viewport").bounding_box()
    assert box is not None
    assert width > box["width"]
    assert height > box["height"], "what is out of the window is in the picture too"
    shown.get_by_role("button", name="Collapse all").click()
    assert size(saved(shown, "Save the picture (PNG)")[1])[1] <= height


def test_a_very_tall_picture_is_as_large_as_a_canvas_can_be(large: Opened) -> None:
    page = large.page
    page.get_by_role("button", name="Expand all").click()
    assert size(saved(page, "Save the picture (PNG)")[1])[1] <= 16384
    page.get_by_text("its words are small").wait_for(state="attached")


@pytest.mark.parametrize("look", ["Where did they go", "Explore freely"])
def test_the_picture_as_svg_is_well_formed_and_holds_the_words(shown: Page, look: str) -> None:
    shown.get_by_label(look).check()
    name, content = saved(shown, "Save the picture (SVG)")
    assert name == "where-every-pledge-went.svg"
    drawn = ElementTree.fromstring(content)  # noqa: S314 - made by the page under test
    assert drawn.tag == f"{SVG}svg"
    words = " ".join("".join(text.itertext()) for text in drawn.iter(f"{SVG}text"))
    assert "Where every pledge went" in words
    assert "Shown: all 57 pledges and 57 other things." in words
    assert "Steps" in words


def test_nothing_in_a_picture_of_nasty_texts_acts(chromium: Browser, page_files: dict[str, Path]) -> None:
    opened = Opened(chromium, page_files["nasty"])
    content = saved(opened.page, "Save the picture (SVG)")[1]
    drawn = ElementTree.fromstring(content)  # noqa: S314 - made by the page under test
    assert {element.tag.removeprefix(SVG) for element in drawn.iter()} == {"svg", "title", "path", "text"}
    for element in drawn.iter():
        assert not [key for key in element.attrib if key.startswith("on") or "href" in key]
    assert opened.errors == []
    opened.context.close()
