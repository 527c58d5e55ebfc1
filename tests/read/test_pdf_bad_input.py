"""PDFs that cannot be read say why in one sentence; what a PDF carries besides its text is never run."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from graph.errors import DocumentError
from graph.read.pdf import read
from read.pdf_samples import HUB, ROOFS, drawn, lines, reading_of, said, story

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WHOLE = story(*[HUB, ROOFS] * 60)


def picture(canvas: Canvas) -> None:
    """A page that is a scan, with its number stamped on it."""
    scan = io.BytesIO()
    Image.new("L", (60, 90), 200).save(scan, "PNG")
    canvas.drawImage(ImageReader(io.BytesIO(scan.getvalue())), 0, 0, 595, 842)
    canvas.drawCentredString(300, 30, str(canvas.getPageNumber()))


def locked(user: str, owner: str) -> bytes:
    return drawn(lines(HUB[:60]), encrypt=pdfencrypt.StandardEncryption(user, owner, strength=128))


def objects(*bodies: bytes) -> bytes:
    """A PDF of hand-written objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (size, table, size, len(out))


def stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def page_in(font: bytes, codes: bytes) -> bytes:
    """A page whose text is given in the codes of a font that names no characters."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    text = stream(b"BT /F1 12 Tf 72 700 Td <%s> Tj ET" % codes)
    return objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, text, font)


GLYPHS = b"/CharProcs<</g1 4 0 R/g2 4 0 R>>/Encoding<</Type/Encoding/Differences[1/g1/g2]>>"
DRAWN = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 1/LastChar 2/Widths[9 9]%s>>"
BAD = {
    "a scan": (
        drawn(picture, picture),
        "holds pictures of pages and no text; run it through OCR and try again",
    ),
    "no text": (drawn(lambda _: None), "has no text"),
    "a password": (locked("open", "owner"), "is locked with a password; save a copy without one"),
    "half a file": (WHOLE[: len(WHOLE) // 2], "is not a whole PDF"),
    "a few bytes": (WHOLE[:200], "is not a whole PDF"),
    "nothing": (b"", "is not a whole PDF"),
    "a web page": (b"<html><body>We will open a hub</body></html>", "is not a whole PDF"),
    "no pages": (objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"), "PDF"),
    "a font without names": (page_in(DRAWN % GLYPHS, b"0102010201"), "does not say which characters its fonts draw"),
}


@pytest.mark.parametrize(("data", "sentence"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(Path("plan.pdf"), data)
    message = str(caught.value)
    assert message.startswith("plan.pdf: ")
    assert sentence in message
    assert message.endswith(".")


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert said(reading_of(locked("", "owner"))) == [HUB[:60].strip()]


def test_scripts_launches_and_attached_files_are_not_run(tmp_path: Path) -> None:
    script = b"<</S/JavaScript/JS(app.launchURL\\('file:///etc/passwd'\\))/Next<</S/Launch/F(/bin/true)>>>>"
    attached = b"/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)>>]>>>>"
    data = drawn(lines(HUB[:60]), pageCompression=0)
    data = data.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction " + script + attached)
    assert said(reading_of(data)) == [HUB[:60].strip()]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [(14_400_000, 14_400_000), (600, 14_400)], ids=["vast", "endless"])
def test_pages_of_absurd_size_are_read(size: tuple[float, float]) -> None:
    assert said(reading_of(drawn(lines(HUB[:60], top=100), size=size))) == [HUB[:60].strip()]


def test_a_page_of_thousands_of_lines_is_read_for_its_text() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(20_000):
            canvas.line(10 + number % 500, 10 + number // 500, 12 + number % 500, 10 + number // 500)
        canvas.drawString(72, 700, HUB[:60])

    assert said(reading_of(drawn(page))) == [HUB[:60].strip()]


def test_a_fine_grid_over_the_page_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([10 + number for number in range(500)], [10 + number for number in range(700)])
        canvas.drawString(72, 700, HUB[:60])

    assert said(reading_of(drawn(page))) == [HUB[:60].strip()]


def test_ligatures_are_letters_and_spaces_that_do_not_break_are_spaces() -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def page(canvas: Canvas) -> None:
        canvas.setFont("Vera", 11)
        canvas.drawString(
            72, 700, "The o\ufb03ce has a \ufb01rm bene\ufb01t: 5\u00a0miles".replace("\ufb03", "f\ufb01")
        )

    assert said(reading_of(drawn(page))) == ["The office has a firm benefit: 5 miles"]


def test_text_outside_the_page_is_not_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, HUB[:60])
        canvas.drawString(72, 2000, "Printed for the binder")
        canvas.drawString(-900, 700, "Left of everything")

    assert said(reading_of(drawn(page))) == [HUB[:60].strip()]
