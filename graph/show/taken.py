"""Words that somebody gives for a pledge, and that name something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.show.words import shown
from graph.vocabulary import local_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Queryable

_NAMES = """SELECT ?label ?kind WHERE {
  VALUES ?kind { sl:Programme org:Organization } ?named a ?kind ; skos:prefLabel|skos:altLabel ?label }
  ORDER BY DESC(?kind) ?label"""


def taken_for(source: Queryable, text: str, commitment: str, pledge: str, listing: Callable[[str], str]) -> str:
    """Says that the words are the name of what may hold pledges, and is no pledge; empty where they are none.

    The pledge's own words, and parts of its address, are no such name. `listing` says how the pledges of an owner with
    a name are listed.
    """
    asked = shown(text)
    if is_its_own(asked, commitment, pledge):
        return ""
    names = (row for row in source.select(_NAMES) if shown(row["label"].value).casefold() == asked.casefold())
    named = next(names, None)
    if named is None:
        return ""
    kind = "a programme" if local_name(named["kind"].value) == "Programme" else "an organisation"
    return (
        f"“{asked}” is the name of {kind}, and a trace starts from a pledge: this is the one whose words fit it"
        f" best. {listing(asked)} lists the pledges that it owns."
    )


def is_its_own(asked: str, commitment: str, pledge: str) -> bool:
    """Whether words are those of a pledge, or its address, the end of that, or the start of its end."""
    end = commitment.rsplit("/", 1)[-1]
    is_address = commitment == asked or commitment.endswith(f"/{asked}") or ("-" in asked and end.startswith(asked))
    return is_address or asked.casefold() == shown(pledge).casefold()
