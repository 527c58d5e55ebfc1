"""Records for reading: words of documents without markup, everything else untouched."""

from __future__ import annotations

from copy import deepcopy

from graph.show.readable import numbered, readable
from show.samples import STRATEGY, owner, pledge, quote

TEXT = "Open [a hub](https://example.org/) in the **north**."
PLAIN = "Open a hub in the north."


def test_every_quote_of_a_record_loses_its_markup_and_keeps_its_place() -> None:
    record = pledge(TEXT, ["Hubs"], quote(TEXT, 5, 2))
    record["evidence"] = [{**quote(TEXT, 90, 9), "scope": "direct"}]
    record["owners"] = [owner("Steps", "direct", quote(TEXT, 90, 9))]
    record["status"]["stated"] = record["timescale"] = "**Done**"
    before = deepcopy(record)
    shown = readable(record)
    assert shown["text"] == shown["source"]["text"] == shown["evidence"][0]["text"] == PLAIN
    assert shown["owners"][0]["evidence"][0]["text"] == PLAIN
    assert shown["status"]["stated"] == shown["timescale"] == "Done"
    assert (shown["evidence"][0]["start"], shown["evidence"][0]["end"]) == (90, 90 + len(TEXT))
    assert record == before, "the record itself stays verbatim"


def test_addresses_names_and_headings_are_no_words_of_documents_to_change() -> None:
    record = pledge("Pay carers", ["A *starred* heading"], quote("Pay carers", 0, 1, "a_b_c.md"))
    shown = readable(record)
    assert shown == record
    assert shown["strategy"] == STRATEGY


def test_a_number_stands_before_the_pledge_where_there_is_one() -> None:
    assert numbered({"reference": "1.2", "text": "Pay carers"}) == "1.2 Pay carers"
    assert numbered({"reference": None, "text": "Pay carers"}) == "Pay carers"
    assert numbered({"text": "Pay carers"}) == "Pay carers"
