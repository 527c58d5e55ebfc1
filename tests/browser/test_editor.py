"""The query editor in a browser that reaches nothing but its server: typed in, run, downloaded, shared, by keyboard."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from serve.conftest import command_of, started

from graph.build import build
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Download, Page, Route
    from serve.conftest import Server

pytestmark = pytest.mark.browser

MARKUP = "Stop <script>window.hacked = 1</script> & <img src=x onerror='window.hacked = 2'> now."
BRACES = "Write to {{ status }} and “{{nobody}}” about it."
FORMULA = "=HYPERLINK(1+1) is what we said."
REVIEW = f"""\
A review of what Anyshire promised for its roads.
- Roads – Repairs
What we said we would do
- Mend the potholes in every village street.
- {MARKUP}
- {BRACES}
- {FORMULA}
- Paint the zebra crossings.
What we have achieved
- The potholes in every village street have been mended as part of the Better Roads Programme.
"""
MANIFEST = """\
[body]
id = "anyshire"
name = "Anyshire Council"

[[strategy]]
id = "roads"
title = "Roads strategy"
start = "2020"
end = "2023"

[[document]]
id = "roads-review"
file = "review.txt"
title = "Review of the roads strategy"
date = "2023-06"
states = "roads"
reports_on = "roads"
"""
PLEDGES = """SELECT ?pledge ?text ?line WHERE {
  ?pledge a sl:Commitment ; sl:text ?text ; sl:line ?line .
} ORDER BY ?line"""


@pytest.fixture(scope="module")
def server(
    program: list[str], environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server of a small store, in which a document holds markup, braces and a formula."""
    folder = tmp_path_factory.mktemp("anyshire")
    (folder / "review.txt").write_text(REVIEW, encoding="utf-8")
    (folder / "strategies.toml").write_text(MANIFEST, encoding="utf-8")
    store = tmp_path_factory.mktemp("editor") / "store"
    build([folder], store)
    with started(command_of(program, store), environment) as running:
        with httpx.Client(transport=httpx.HTTPTransport(retries=8)) as client:  # it may not listen yet
            client.get(f"{running.address}/editor")
        yield running


class Visit:
    """A visit to the editor: a browser with nothing kept, in which every request to elsewhere fails and is noted."""

    def __init__(self, browser: Browser, address: str, **context: Any) -> None:
        self.address = address
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        self.asked: list[str] = []
        given = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **context}
        self.context = browser.new_context(accept_downloads=True, **given)
        self.context.route("**/*", self._let_through)
        self.page = self.opened()

    def _let_through(self, route: Route) -> None:
        if route.request.url.startswith(self.address + "/"):
            self.asked.append(f"{route.request.method} {route.request.url.removeprefix(self.address)}")
            route.continue_()
        else:
            self.elsewhere.append(route.request.url)
            route.abort()

    def opened(self, rest: str = "") -> Page:
        """The editor in a new tab of the browser."""
        page = self.context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.goto(f"{self.address}/editor{rest}")
        page.locator("html[data-ready]").wait_for(state="attached")
        return page

    def queries(self) -> int:
        """How many queries the page has asked."""
        return self.asked.count("POST /sparql")


@pytest.fixture
def visit(chromium: Browser, server: Server) -> Iterator[Visit]:
    """A visit in which nothing is asked elsewhere, no script fails, and the policy stops nothing."""
    made = Visit(chromium, server.address)
    yield made
    made.context.close()
    assert made.elsewhere == []
    assert [one for one in made.complaints if "status of 400" not in one] == []


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit.page


def query_of(page: Page) -> str:
    text: str = page.evaluate("document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.getValue()")
    return text


def write(page: Page, query: str) -> None:
    """Take the place of what stands in the editor, by its keys."""
    page.locator(".tabPanel.active").get_by_label("SPARQL query").focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(query)


def run(page: Page, query: str | None = None) -> None:
    if query is not None:
        write(page, query)
    page.get_by_role("button", name="Run", exact=True).click()
    page.locator(".tabPanel.active .downloads").wait_for()


def shown(page: Page) -> list[list[str]]:
    """The cells of the rows of the answer."""
    rows = page.locator(".tabPanel.active table.dataTable tbody tr").all()
    return [row.locator("td").all_inner_texts() for row in rows]


def ask(server: Server, query: str, media_type: str) -> bytes:
    answer = httpx.post(server.sparql, data={"query": query}, headers={"Accept": media_type}, trust_env=False)
    assert answer.status_code == 200
    return answer.content


def saved(page: Page, button: str) -> Download:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value


def content(download: Download) -> bytes:
    return download.path().read_bytes()


def test_a_query_is_typed_and_run_and_its_csv_is_the_servers(visit: Visit, server: Server) -> None:
    page = visit.page
    run(page, PLEDGES)
    rows = shown(page)
    assert [row[1] for row in rows] == [
        "Mend the potholes in every village street.",
        MARKUP,
        BRACES,
        FORMULA,
        "Paint the zebra crossings.",
    ]
    download = saved(page, "Download CSV")
    assert content(download) == ask(server, PLEDGES, "text/csv")
    assert download.suggested_filename == "query.csv"
    lines = list(csv.reader(io.StringIO(content(download).decode())))
    assert lines[0] == ["pledge", "text", "line"]
    assert [line[1] for line in lines[1:]] == [row[1] for row in rows]
    assert {one.split("?")[0] for one in visit.asked if one.startswith("POST")} == {"POST /sparql"}


def test_the_json_is_the_servers(page: Page, server: Server) -> None:
    run(page, PLEDGES)
    download = saved(page, "Download JSON")
    assert content(download) == ask(server, PLEDGES, "application/sparql-results+json")
    assert download.suggested_filename == "query.json"


def test_what_is_downloaded_is_the_answer_shown_and_not_what_was_typed_since(page: Page, server: Server) -> None:
    run(page, PLEDGES)
    write(page, "SELECT ?other {}")
    assert content(saved(page, "Download CSV")) == ask(server, PLEDGES, "text/csv")


def test_all_rows_are_downloaded_where_a_page_shows_fifty(page: Page) -> None:
    query = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 240"
    run(page, query)
    assert len(shown(page)) == 50
    assert len(content(saved(page, "Download CSV")).splitlines()) == 241


def test_triples_are_shown_and_downloaded_as_turtle(page: Page, server: Server) -> None:
    query = "CONSTRUCT { ?s sl:text ?text } WHERE { ?s a sl:Commitment ; sl:text ?text }"
    run(page, query)
    assert len(shown(page)) == 5
    assert content(saved(page, "Download Turtle")) == ask(server, query, "text/turtle")


def test_a_yes_or_no_is_shown_as_such(page: Page) -> None:
    run(page, "ASK { ?s a sl:Commitment }")
    page.locator(".booleanResult", has_text="True").wait_for()


def test_no_rows_are_told_as_such(page: Page) -> None:
    run(page, "SELECT ?s { ?s a sl:Nothing }")
    assert shown(page) == [["No rows: nothing in the data fits the query."]]


def test_a_new_query_has_the_projects_prefixes_before_it(page: Page) -> None:
    page.get_by_role("button", name="Add a new tab").click()
    declared = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    assert query_of(page).startswith(declared)
    run(page)
    assert len(shown(page)) == 5


def test_a_text_with_markup_is_shown_as_text_wherever_it_stands(page: Page) -> None:
    run(page, PLEDGES)
    assert shown(page)[1][1] == MARKUP
    page.get_by_label("Filter query results").press_sequentially("onerror")
    page.wait_for_function("document.querySelectorAll('.tabPanel.active table.dataTable tbody tr').length === 1")
    page.get_by_role("button", name="Response", exact=True).click()
    page.locator(".yasr_results .CodeMirror", has_text="<script>").wait_for()
    assert page.evaluate("window.hacked") is None
    assert page.locator("#editor img, #editor script").count() == 0


def test_the_policy_stops_what_is_not_of_the_server(visit: Visit) -> None:
    visit.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.hacked = 1'}))"
    )
    visit.page.evaluate("fetch('https://example.org/').catch(() => {})")
    assert visit.page.evaluate("window.hacked") is None
    assert len(visit.complaints) > 1
    assert all("Content Security Policy" in one for one in visit.complaints)
    visit.complaints.clear()


def test_a_text_keeps_its_braces(page: Page) -> None:
    run(page, "SELECT ?text (2 AS ?status) { ?s a sl:Commitment ; sl:text ?text } ORDER BY ?text")
    assert BRACES in [row[0] for row in shown(page)]


def test_the_datas_own_addresses_lead_to_their_local_pages(page: Page) -> None:
    run(page, PLEDGES)
    link = page.locator("table.dataTable tbody a").first
    iri = link.get_attribute("title") or ""
    assert iri.startswith("https://w3id.org/strategy-links/id/anyshire/roads/commitment/")
    assert link.get_attribute("href") == "/id/" + iri.removeprefix("https://w3id.org/strategy-links/id/")


def test_an_address_that_runs_a_script_is_no_link(page: Page) -> None:
    run(page, "SELECT ?iri { VALUES ?iri { <javascript:window.hacked=1> <https://example.org/a?b#c> } }")
    assert [link.get_attribute("href") for link in page.locator("table.dataTable tbody a").all()] == [
        "https://example.org/a?b#c"
    ]
    assert len(shown(page)) == 2


def test_a_named_query_is_found_opened_with_its_parameter_selected_and_run(page: Page) -> None:
    page.get_by_label("Search the named queries").fill("WHERE pledge went")
    assert page.locator("#named-queries > li:visible").count() == 1
    page.get_by_role("button", name="Where a pledge went").click()
    page.get_by_role("tab", name="Where a pledge went", selected=True).wait_for()
    page.keyboard.type('"potholes"')
    assert 'VALUES ?words { "potholes" }' in query_of(page)
    page.keyboard.press("Control+Enter")
    page.locator(".tabPanel.active .downloads").wait_for()
    assert [row[0] for row in shown(page)] == ["Mend the potholes in every village street."]


def test_a_named_query_opened_twice_is_one_tab(page: Page) -> None:
    for _ in range(2):
        page.get_by_role("button", name="Status by theme").click()
    assert page.get_by_role("tab").count() == 2


def test_every_named_query_runs_as_it_is_offered(page: Page) -> None:
    titles = page.locator("#named-queries > li > button").all_inner_texts()
    assert len(titles) > 10
    for title in titles:
        page.get_by_role("button", name=title, exact=True).click()
        page.keyboard.press("Control+Enter")
        page.locator(".tabPanel.active .yasr_response_chip", has_text="result").wait_for()
        assert page.locator(".tabPanel.active .refusal").count() == 0, title


def test_each_named_query_leads_to_its_addresses_for_spreadsheets(page: Page) -> None:
    link = page.get_by_role("link", name="Page and addresses for spreadsheets of Status by theme")
    assert link.get_attribute("href") == "/queries/status-by-theme"


@pytest.mark.parametrize(
    ("typed", "name", "definition"),
    [
        ("SELECT * { ?s sl:own", "sl:ownedBy", "Relates a commitment to the programme or organisation"),
        ("SELECT * { ?s owned", "sl:ownedBy", "Relates a commitment"),
        ("SELECT * { ?s a sl:Comm", "sl:Commitment", "A commitment is one pledge"),
        ("SELECT * { ?s skos:pref", "skos:prefLabel", "The name that a thing is shown by."),
        ("SELECT * { ?s sl:status sl:InP", "sl:InProgress", ""),
    ],
)
def test_a_name_is_completed_with_what_it_means(page: Page, typed: str, name: str, definition: str) -> None:
    write(page, typed)
    page.keyboard.press("Control+Space")
    offered = page.locator(".CodeMirror-hint").first
    assert offered.locator(".name").inner_text() == name
    assert definition in offered.locator(".definition").inner_text()
    page.keyboard.press("Enter")
    prefix = name.split(":")[0]
    start = typed.rpartition(" ")[0]
    assert query_of(page) == f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n{start} {name}"


def test_completion_where_nothing_is_typed_keeps_what_stands_before(page: Page) -> None:
    write(page, "PREFIX sl: <https://w3id.org/strategy-links#>\nSELECT * { ?s ")
    page.keyboard.press("Control+Space")
    page.locator(".CodeMirror-hint", has_text="sl:ownedBy").click()
    assert query_of(page).endswith("{ ?s sl:ownedBy")


def test_an_error_is_told_in_the_servers_words_with_line_and_column(page: Page, server: Server) -> None:
    wrong = "SELECT ?text\nWHERE {\n  ?s sl:text ?text ) .\n}"
    told = httpx.post(server.sparql, data={"query": wrong}, trust_env=False).text.strip()
    write(page, wrong)
    page.get_by_role("button", name="Run", exact=True).click()
    refusal = page.get_by_role("alert")
    assert refusal.locator("p").inner_text() == told
    place = re.search(r"line (\d+), column (\d+)", told)
    assert place
    page.get_by_role("button", name=f"Go to {place[0]}").click()
    cursor = page.evaluate("document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.getCursor()")
    assert (cursor["line"] + 1, cursor["ch"] + 1) == (int(place[1]), int(place[2]))
    run(page, wrong.replace(") ", ""))
    assert len(shown(page)) > 5
    assert refusal.count() == 0


@pytest.mark.parametrize(
    "query", ["INSERT DATA { <a:b> <a:c> 1 }", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"]
)
def test_what_the_server_refuses_is_told(chromium: Browser, server: Server, query: str) -> None:
    visit = Visit(chromium, server.address)
    write(visit.page, query)
    visit.page.get_by_role("button", name="Run", exact=True).click()
    refusal = visit.page.get_by_role("alert").inner_text()
    assert refusal.strip().endswith(".")
    visit.context.close()
    assert visit.elsewhere == []


def test_a_server_that_has_ended_is_told(visit: Visit) -> None:
    visit.context.route("**/sparql", lambda route: route.abort())
    visit.page.get_by_role("button", name="Run", exact=True).click()
    visit.page.get_by_role("alert", name="").filter(has_text="The server does not answer").wait_for()
    assert [one for one in visit.complaints if "ERR_FAILED" not in one] == []
    visit.complaints.clear()


def test_a_query_that_takes_long_can_be_stopped(visit: Visit) -> None:
    page = visit.page
    visit.context.route("**/sparql", lambda _: None)  # no answer ever comes
    page.get_by_role("button", name="Run", exact=True).click()
    page.get_by_role("button", name="Stop", exact=True).click()
    page.get_by_role("alert").filter(has_text="The query was stopped.").wait_for()
    visit.context.unroute("**/sparql")
    run(page)
    assert len(shown(page)) == 5


def test_a_download_that_fails_says_so(visit: Visit) -> None:
    page = visit.page
    run(page)
    visit.context.route("**/sparql", lambda route: route.fulfill(status=504, body="The query took longer than it may."))
    page.get_by_role("button", name="Download CSV").click()
    page.get_by_role("alert").filter(has_text="The query took longer than it may.").wait_for()
    assert len(shown(page)) == 5
    assert [one for one in visit.complaints if "status of 504" not in one] == []
    visit.complaints.clear()


def test_a_link_brings_a_query_back_and_runs_nothing(visit: Visit) -> None:
    text = 'SELECT ?a # & + % “x”\nWHERE { BIND ("1 + 1 = 2 & more" AS ?a) }'
    write(visit.page, text)
    visit.page.get_by_role("button", name="Link to this query").click()
    link = visit.page.get_by_role("textbox", name="Link to this query").input_value()
    assert link.startswith(f"{visit.address}/editor#query=")
    before = visit.queries()
    other = visit.opened(link.removeprefix(f"{visit.address}/editor"))
    assert query_of(other) == text
    assert visit.queries() == before
    assert "#" not in other.url
    run(other)
    assert shown(other) == [["1 + 1 = 2 & more"]]


def test_a_link_sets_nothing_but_the_query_and_its_title(visit: Visit) -> None:
    other = visit.opened(
        "#query=ASK%20%7B%7D&title=Mine&endpoint=https%3A%2F%2Fexample.org%2F&headers=%7B%22X%22%3A1%7D"
    )
    assert query_of(other) == "ASK {}"
    other.get_by_role("tab", name="Mine", selected=True).wait_for()
    before = visit.queries()
    run(other)
    assert visit.queries() == before + 1


def test_a_link_to_a_named_query_opens_it(visit: Visit) -> None:
    other = visit.opened("#named=status-by-theme&query=ASK%20%7B%7D")
    other.get_by_role("tab", name="Status by theme", selected=True).wait_for()
    assert "# title: Status by theme" in query_of(other)


def test_tabs_are_kept_from_one_visit_to_the_next_and_answers_are_not(visit: Visit) -> None:
    page = visit.page
    page.get_by_role("button", name="Status by theme").click()
    run(page)
    write(page, "ASK { ?kept ?from ?here }")
    page.close()
    other = visit.opened()
    assert other.get_by_role("tab").count() == 2
    other.get_by_role("tab", name="Status by theme", selected=True).wait_for()
    assert query_of(other) == "ASK { ?kept ?from ?here }"
    assert other.locator("table.dataTable").count() == 0
    assert "Anyshire" not in json.dumps(other.evaluate("({...localStorage})"))


@pytest.mark.parametrize(
    "left",
    [
        "not JSON",
        '{"tabs": "none"}',
        '{"tabs": [null, 7, {"name": "x"}, {"name": {}, "query": []}], "active": "first"}',
        '{"tabs": [], "active": 3}',
        "[]",
        "null",
    ],
)
def test_what_another_version_left_does_no_harm(visit: Visit, left: str) -> None:
    visit.page.evaluate("left => localStorage.setItem('strategy-links.editor.1', left)", left)
    visit.page.evaluate('localStorage.setItem(\'yagui__config\', \'{"val": {"tabs": ["gone"]}, "exp": 1}\')')
    visit.page.evaluate("addEventListener('pagehide', event => event.stopImmediatePropagation(), true)")
    other = visit.opened()
    assert other.get_by_role("tab").count() == 1
    run(other)
    assert len(shown(other)) == 5


def test_it_works_where_nothing_can_be_kept(chromium: Browser, server: Server) -> None:
    visit = Visit(chromium, server.address)
    visit.context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('off') }})")
    page = visit.opened()
    run(page)
    assert len(shown(page)) == 5
    visit.context.close()


def test_a_tab_that_is_closed_leaves_another(page: Page) -> None:
    page.get_by_role("tab").focus()
    page.keyboard.press("Delete")
    page.wait_for_function("document.querySelectorAll('[role=tab]').length === 1")
    run(page)
    assert len(shown(page)) == 5


def test_all_of_it_works_by_keyboard(page: Page) -> None:
    def reach(name: str, key: str = "Tab") -> None:
        script = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()"
        for _ in range(80):
            if page.evaluate(script).startswith(name):
                return
            page.keyboard.press(key)
        pytest.fail(f"{name} is not reached with {key}")

    reach("Where a pledge went")
    page.keyboard.press("Enter")
    page.keyboard.type('"zebra"')
    reach("Run", "Shift+Tab")
    page.keyboard.press("Enter")
    page.locator(".tabPanel.active .downloads").wait_for()
    assert [row[0] for row in shown(page)] == ["Paint the zebra crossings."]
    with page.expect_download():
        reach("Download CSV")
        page.keyboard.press("Space")
    reach("Where a pledge went", "Shift+Tab")
    page.keyboard.press("ArrowLeft")
    page.get_by_role("tab", name="Query", selected=True).wait_for()
    page.keyboard.press("F2")
    page.keyboard.press("Delete")
    page.keyboard.type("Mine")
    page.keyboard.press("Enter")
    page.get_by_role("tab", name="Mine").wait_for()
    assert page.get_by_role("tab").count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(chromium: Browser, server: Server, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    visit = Visit(chromium, server.address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = visit.page
    states = (None, PLEDGES, "ASK {}", "SELECT")
    for query in states:
        if query:
            write(page, query)
            page.get_by_role("button", name="Run", exact=True).click()
            page.locator(".tabPanel.active").locator(".dataTable, .booleanResult, .refusal").first.wait_for()
        found = axe.run(page)
        assert found.violations_count == 0, (query, found.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    write(page, "SELECT * { ?s sl:own")
    page.keyboard.press("Control+Space")
    page.locator(".CodeMirror-hint").first.wait_for()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    visit.context.close()
