"""What search engines read in the pages: JSON-LD in the words of https://schema.org/.

Which type stands for what, and why:

    pledge, statement, note, outcome    Quotation: what the graph holds of them are words of a document
    strategy                            CreativeWork: schema.org has no plan
    document                            Report where it reports on a strategy, otherwise DigitalDocument
    programme                           Project: work "planned to achieve a particular aim", an Organization too
    organisation, place                 Organization, Place
    theme, model, heading               DefinedTerm, of the strategy's own set
    link, assessment                    Claim: somebody or some rule says so, and says why
    graph                               Dataset

A pledge is about an Action, whose agent is whoever owns the work now. The action has a status only where a document
reports that it is done or under way: schema.org has no word for silence, nor for what is said not to be done yet.
The context names no address to fetch: `@vocab` is all that a reader needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.ask.description import Description
    from graph.show.site.links import Links

Data = dict[str, Any]

_IRIS = ("about", "actionStatus", "additionalType", "contentUrl", "sameAs", "url")
CONTEXT: Data = {"@vocab": v.SCHEMA} | {name: {"@type": "@id"} for name in _IRIS}

_TYPES = {
    v.SL + "Commitment": "Quotation",
    v.SL + "ProgressStatement": "Quotation",
    v.SL + "Particular": "Quotation",
    v.SL + "Outcome": "Quotation",
    v.SL + "Strategy": "CreativeWork",
    v.SL + "Document": "DigitalDocument",
    v.SL + "Programme": "Project",
    v.ORG + "Organization": "Organization",
    v.SCHEMA + "Place": "Place",
    v.SL + "Theme": "DefinedTerm",
    v.SL + "Model": "DefinedTerm",
    v.SL + "Link": "Claim",
    v.SL + "Assessment": "Claim",
    "http://www.w3.org/ns/sparql-service-description#Graph": "Dataset",
}
_ACTION_STATUSES = {"Achieved": "CompletedActionStatus", "InProgress": "ActiveActionStatus"}
# Properties that say the same in schema.org, for the types that have them; IRIs become references with a name.
_SAME = {
    "Quotation": {"sl:text": "text", "oa:hasSource": "isPartOf", "sl:theme": "keywords"},
    "CreativeWork": {"dcterms:creator": "creator", "dcterms:replaces": "isBasedOn"},
    "DigitalDocument": {
        "dcterms:issued": "datePublished",
        "dcterms:publisher": "publisher",
        "dcterms:rights": "copyrightNotice",
        "dcterms:type": "genre",
        "sl:reportsOn": "about",
        "sl:states": "mainEntity",
    },
    "Project": {"skos:altLabel": "alternateName", "dcterms:isPartOf": "parentOrganization"},
    "Organization": {"skos:altLabel": "alternateName", "dcterms:isPartOf": "parentOrganization"},
    "DefinedTerm": {"skos:altLabel": "alternateName", "skos:inScheme": "inDefinedTermSet"},
    "Claim": {"sl:explanation": "text", "prov:wasDerivedFrom": "appearance", "sl:assesses": "about"},
}
_SAME["Report"] = _SAME["DigitalDocument"]
_NAMES = ("skos:prefLabel", "dcterms:title", "rdfs:label")


def of_thing(said: Description, heading: str, pledge: Mapping[str, Any] | None, links: Links) -> Data | None:
    """A thing as JSON-LD; None for what schema.org has no type for. `pledge` is the record of a pledge."""
    known = [one for one in said.types if one in _TYPES]
    if not known:
        return None
    kind = "Report" if said.values("sl:reportsOn") else _TYPES[known[0]]
    data: Data = {"@context": CONTEXT, "@id": said.iri, "@type": kind, "additionalType": known[0]}
    if page := links.iri(said.iri):
        data["url"] = links.absolute(page)
    data |= {"name": next(iter(said.values(*_NAMES)), heading)} if kind != "Quotation" else {}
    names = said.names
    for ours, theirs in _SAME.get(kind, {}).items():
        data |= _said(theirs, said.values(ours), names)
    data |= _period(said)
    return data | _action(pledge) if pledge else data


def _said(name: str, values: Sequence[str], names: Mapping[str, str]) -> Data:
    """A property with one value or several. What has a name in the description is a thing."""
    found = [{"@id": one, "name": names[one]} if one in names else one for one in values]
    return {name: found[0] if len(found) == 1 else found} if found else {}


def _period(said: Description) -> Data:
    """The years that a strategy covers, as ISO 8601 writes an interval; two dots stand for an open end."""
    start, end = ("".join(said.values(name)[:1]) for name in ("schema:startDate", "schema:endDate"))
    return {"temporalCoverage": f"{start or '..'}/{end or '..'}"} if start or end else {}


def _action(pledge: Mapping[str, Any]) -> Data:
    """What was promised, as an action that somebody does."""
    action: Data = {"@type": "Action", "name": pledge["text"]}
    action |= _said(
        "agent", [one["iri"] for one in pledge["owners"]], {one["iri"]: one["name"] for one in pledge["owners"]}
    )
    partners = {one["iri"]: one["name"] for one in pledge["partners"]}
    action |= _said("participant", list(partners), partners)
    status = _ACTION_STATUSES.get(pledge["status"]["value"])
    if status:
        action["actionStatus"] = v.SCHEMA + status
    return {"about": action, "isBasedOn": {"@id": pledge["strategy"]["iri"], "name": pledge["strategy"]["title"]}}


def of_dataset(title: str, description: str, about: Mapping[str, Any], links: Links) -> Data:
    """The whole of the data: a Dataset with a DataDownload for each file.

    `about` holds `documents` (each with `iri`, `title`, `publisher`, `issued`, `rights`), `modified`, and `downloads`
    (each with `href`, `media_type`, `title`).
    """
    data: Data = {
        "@context": CONTEXT,
        "@id": links.absolute(links.dataset) + "#dataset",
        "@type": "Dataset",
        "name": title,
        "description": description,
        "url": links.absolute(links.home),
        "isBasedOn": [_document(one) for one in about["documents"]],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": one["title"],
                "encodingFormat": one["media_type"],
                "contentUrl": links.absolute(one["href"]),
            }
            for one in about["downloads"]
        ],
    }
    if links.imprint.publisher:
        data["publisher"] = {"@type": "Organization", "name": links.imprint.publisher}
    return data | ({"dateModified": about["modified"]} if about["modified"] else {})


def _document(one: Mapping[str, Any]) -> Data:
    names = {"publisher": "publisher", "issued": "datePublished", "rights": "copyrightNotice"}
    said = {theirs: one[ours] for ours, theirs in names.items() if one.get(ours)}
    return {"@type": "DigitalDocument", "@id": one["iri"], "name": one["title"]} | said
