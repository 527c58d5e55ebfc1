"""Records of DESIGN section 6 made by hand: Devon's 57 pledges, and texts that try to break a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Record = dict[str, Any]
BASE = "https://w3id.org/strategy-links/id/devon/"
PARENTS = {"Steps": ["A Place Called Home"]}
STRATEGY = {
    "iri": f"{BASE}sufficiency-2022",
    "title": "Sufficiency strategy for children in care and care leavers",
    "start": "2022",
    "end": "2024",
}
NASTY = {
    # A reader of Markdown sees no complete tag, so these two keep their brackets when it is taken out.
    "broken": "Stop <script\n>window.hacked = 4</script\n> and <img\nsrc=x onerror='window.hacked = 5'\n>",
    "unclosed": "Stop <img src=x onerror='window.hacked = 6' and carry on",
    "markdown": "Open [a hub](javascript:window.hacked=7) for **carers**¹ \\<script\\>",
    "script": "Stop <script>window.hacked = 1</script> & <img src=x onerror='window.hacked = 2'>",
    "ending": "Close it </script></style></textarea><!-- <script> --> now",
    "link": '<a href="javascript:window.hacked=3">href</a> "double" \'single\' `tick`',
    "bidi": "Pay \u202egnp.exe\u202c and \u2066isolate\u2069 \u200ffor carers",
    "long": "Recruit " + "foster carers who live near the sea and the moor " * 25 + "X" * 400,
    "emoji": "Support families 👨‍👩‍👧‍👦 and 儿童 with care 🏠",
    "separator": "First line\u2028second line\u2029third line\ttab",
    "template": "{{ 7 * 7 }} {% raw %} ${7*7} #{x}",
}


def quote(text: str, start: int, line: int | None, document: str = "sufficiency-review.txt") -> Record:
    """A QUOTE as DESIGN section 6 defines it."""
    end = start + len(text)
    return {"text": text, "document": document, "start": start, "end": end, "line": line, "page": None}


def slug(text: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in text.lower())[:60]


def pledge(text: str, theme: list[str], source: Record, status: str = "NotReported") -> Record:
    """A COMMITMENT with no links yet."""
    return {
        "iri": f"{BASE}commitment/{slug(text)}-{source['start']}",
        "text": text,
        "strategy": STRATEGY,
        "theme": theme,
        "status": {"value": status, "as_of": "2024", "stated": None, "confidence": 0.9},
        "owners": [],
        "evidence": [],
        "partners": [],
        "outcomes": [],
        "lineage": [],
        "source": source,
        "reference": None,
        "strength": "Firm",
        "timescale": None,
        "measure": None,
        "history": [
            {"status": status, "as_of": "2024", "stated": None, "document": source["document"], "confidence": 0.9}
        ],
    }


def owner(name: str, scope: str, evidence: Record, parents: list[str] | None = None) -> Record:
    """An owner, and what it is part of: each parent part of the next."""
    parents = PARENTS.get(name, []) if parents is None else parents
    addresses = [f"{BASE}programme/{slug(one)}" for one in (name, *parents)]
    return {
        "iri": addresses[0],
        "name": name,
        "part_of": parents,
        "scope": scope,
        "confidence": 0.9 if scope == "direct" else 0.7,
        "justification": "semapv:LexicalMatching",
        "review": "unreviewed",
        "evidence": [evidence],
        "kind": "Programme",
        "chain": [
            {"part": part, "whole": whole, "name": parent, "kind": "Programme"}
            for part, whole, parent in zip(addresses, addresses[1:], parents, strict=False)
        ],
    }


def outcome(found: Record) -> Record:
    return {"iri": f"{BASE}outcome/{slug(found['text'])}", **found}


def attestation(statement: Record) -> str:
    return "ThirdParty" if statement.get("outcome", {}).get("attested_by") else "SelfReported"


def answer(commitment: Record, statement: Record, scope: str, evidence: Record) -> None:
    """Add to `commitment` what one statement says about it."""
    commitment["evidence"].append(
        {
            **evidence,
            "scope": scope,
            "confidence": 0.92 if scope == "direct" else 0.7,
            "review": "unreviewed",
            "attestation": attestation(statement),
        }
    )
    commitment["owners"] += [owner(name, scope, evidence) for name in statement["owners"]]
    commitment["partners"] += [
        {"iri": f"{BASE}organisation/{slug(name)}", "name": name} for name in statement.get("partners", [])
    ]
    if "outcome" in statement:
        commitment["outcomes"].append(outcome(statement["outcome"]))


def devon() -> tuple[list[Record], list[Record]]:
    """The 57 pledges of 2022-24 under 12 headings, and the statements that answer none."""
    commitments: list[Record] = []
    unanswered: list[Record] = []
    start, line = 277, 3
    for section in json.loads(Path(__file__).with_name("devon.json").read_text(encoding="utf-8")):
        made: list[Record] = []
        for said in section["pledges"]:
            made.append(pledge(said["text"], section["theme"], quote(said["text"], start, line), said["status"]))
            start, line = start + len(said["text"]) + 3, line + 1
        for statement in section["statements"]:
            evidence = quote(statement["text"], start, line)
            start, line = start + len(statement["text"]) + 3, line + 1
            for index, scope in statement["answers"].items():
                answer(made[int(index)], statement, scope, evidence)
            if not statement["answers"]:
                found = [outcome(statement["outcome"])] if "outcome" in statement else []
                unanswered.append({"quote": evidence, "attestation": attestation(statement), "outcomes": found})
        commitments += made
    commitments[0]["lineage"] = [
        {
            "relation": "continues",
            "iri": f"{BASE}commitment/early-help-2017",
            "text": "Strengthen early help for families",
            "strategy": "Delivery Plan 2017-20",
            "confidence": 0.8,
        }
    ]
    return commitments, unanswered


def nasty() -> tuple[list[Record], list[Record]]:
    """Two pledges for each text of NASTY, and that text again wherever a record holds a text."""
    commitments = []
    for number, text in enumerate(NASTY.values()):
        made = pledge(text, [text, text], quote(text, number, number, text), "InProgress")
        statement = {
            "owners": [text],
            "partners": [f"{text} Ltd"],
            "outcome": {"text": text, "attested_by": text},
        }
        answer(made, statement, "direct", quote(text, 10_000 + number, None, text))
        made["owners"] = [owner(text, "direct", made["evidence"][0], [f"Parent {text}"])]
        made["status"]["stated"] = made["timescale"] = made["measure"] = text
        made["history"] *= 2
        made["lineage"] = [{"relation": "continues", "iri": text, "text": text, "strategy": text, "confidence": 0.5}]
        commitments.append(made)
        commitments.append(pledge(f"{text} again", ["Second"], quote(text, 20_000 + number, 1), "NotAssessed"))
    unanswered = [
        {"quote": quote(text, 30_000 + number, 9), "attestation": "SelfReported", "outcomes": []}
        for number, text in enumerate(NASTY.values())
    ]
    return commitments, unanswered


def few() -> tuple[list[Record], list[Record]]:
    """Ten of Devon's pledges, with every status, and both statements that answer nothing."""
    commitments, unanswered = devon()
    commitments[-1]["status"]["value"] = "NotAssessed"
    return commitments[13:17] + commitments[44:48] + commitments[-2:], unanswered


def page_of(records: tuple[list[Record], list[Record]], title: str = "Where every pledge went") -> str:
    from graph.show.graphpage.page import page

    return page(*records, title=title)
