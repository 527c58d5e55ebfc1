"""Data inside a page: nothing of it acts, and large data are packed."""

from __future__ import annotations

import base64
import gzip
import json
import re

from graph.show.embedding import LARGE, carried, embed
from show.samples import NASTY


def test_nothing_in_the_data_ends_the_element_that_carries_it() -> None:
    for text in NASTY.values():
        assert not set("<>&\u2028\u2029") & set(embed(text))
        assert json.loads(embed(text)) == text


def test_small_data_stand_as_json() -> None:
    element = carried({"text": NASTY["ending"]})
    assert element.startswith('<script type="application/json" id="data">{"text":"Close it \\u003c/script')
    assert element.count("<") == 2


def test_large_data_stand_packed() -> None:
    data = {"text": NASTY["script"] * (LARGE // 50)}
    found = re.fullmatch(
        r'<script type="text/plain" id="data" data-encoding="gzip">([A-Za-z0-9+/=]+)</script>', carried(data)
    )
    assert found
    packed = base64.b64decode(found[1])
    assert json.loads(gzip.decompress(packed)) == data
    assert packed[4:8] == bytes(4), "no time is kept"
