"""The names that a body's documents use and no list holds: programmes, organisations, and who stands in owner cells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.extract.names.acronyms import is_acronym, pairs
from graph.extract.names.groups import Groups
from graph.extract.names.holders import parts
from graph.extract.names.lexicon import is_general, words
from graph.extract.names.parents import parents
from graph.extract.names.sightings import Sighting, sightings
from graph.extract.names.spellings import same_key, without_years
from graph.identifiers import fingerprint, mint, slug
from graph.model import Name
from graph.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.extract.names.groups import Group, Node, Place
    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri
    from graph.model import Body

_SHORTEST = 3  # letters of an acronym that is looked for in sentences though only a cell holds it
_JOINT = re.compile(r"[,;/\n]|\s(?:and|&)\s", re.IGNORECASE)
# Where somebody is, not what work is part of: "in Anyshire".
_PLACE = re.compile(r"\b(?:in|across|around|throughout|near|outside)\s+([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: names to look for in sentences, and those `beside` pledges that are known only whole.

    `seen` says where each name stands first: the number of a text or, counted on from the texts, of a cell, and an
    offset in it. A listed name of which a cell gives another spelling is among those beside, with that spelling.
    """

    names: tuple[Name, ...] = ()
    beside: tuple[Name, ...] = ()
    seen: Mapping[Iri, Place] = field(default_factory=dict)


def found(texts: Sequence[str], cells: Sequence[str], listed: Names, body: Body, none: Iterable[str] = ()) -> Found:
    """The names in a body's texts and in its cells of owners and partners that `listed` does not hold.

    `texts` are the masked texts of all blocks, cell by cell where they are rows; `none` are words that a person has
    found to be no name. The same texts give the same names, with the same addresses, in time that grows with their
    length.
    """
    return _Finding(texts, cells, listed, body).found(frozenset(map(same_key, none)))


class _Finding:
    """One body's names being found."""

    def __init__(self, texts: Sequence[str], cells: Sequence[str], listed: Names, body: Body) -> None:
        self.texts, self.cells, self.listed, self.body = texts, cells, listed, body
        own = {word.casefold() for word in re.findall(r"[^\W\d_]+", body.name)}
        self.own_words = frozenset(own - words("general") - words("organisations"))
        self.groups = Groups(self.own_words)
        self.seen: list[tuple[str, list[tuple[Sighting, Node]]]] = []

    def found(self, none: frozenset[str]) -> Found:
        self.read_texts()
        self.read_cells()
        groups = self.groups.merged(self.explained())
        known = _by_key(self.listed)
        kept: dict[Node, Group] = {}
        of_listed: dict[Node, Name] = {}
        for node, group in sorted(groups.items(), key=lambda item: (item[1].first, item[0])):
            keys = sorted(map(same_key, group.forms))
            name = next((known[key] for key in keys if key in known), None)
            if name is None and self.is_name(group) and none.isdisjoint(keys):
                kept[node] = group
            elif name:
                of_listed[node] = name
        addresses = self.addresses(kept)
        above = self.parents({**addresses, **{node: name.iri for node, name in of_listed.items()}})
        names = {node: _name(group, addresses[node], above.get(addresses[node], ())) for node, group in kept.items()}
        return Found(
            names=tuple(name for node, name in names.items() if _is_looked_for(kept[node])),
            beside=(
                *(name for node, name in names.items() if not _is_looked_for(kept[node])),
                *_respelled((name, groups[node].forms) for node, name in of_listed.items() if groups[node].in_cell),
            ),
            seen={addresses[node]: group.first for node, group in kept.items()},
        )

    def read_texts(self) -> None:
        """Count every sighting in running text, but for what only looks like a name: places, the body itself."""
        places: Counter[str] = Counter()
        bare: list[tuple[Sighting, Place]] = []
        for number, text in enumerate(self.texts):
            places.update(" ".join(one.split()) for one in _PLACE.findall(text))
            nodes = []
            for one in sorted(sightings(text), key=lambda one: (one.start, one.end)):
                if one.core == one.name and not one.also:
                    bare.append((one, (number, one.start)))
                elif not self.is_body_itself(one):
                    nodes.append((one, self.groups.add(one, (number, one.start))))
            self.seen.append((text, nodes))
        often = Counter(one.name for one, _ in bare)
        for one, place in bare:
            if places[one.name] < often[one.name] and not self.is_body_itself(one):
                self.seen[place[0]][1].append((one, self.groups.add(one, place)))

    def read_cells(self) -> None:
        """Count every name in a cell. What stands elsewhere by itself tells where commas and "and" part names."""
        known = {same_key(label) for label in self.listed.by_label} | {key for _, key, _ in self.groups.groups}
        known |= {same_key(cell) for cell in self.cells if not _JOINT.search(cell)}
        for number, cell in enumerate(self.cells, start=len(self.texts)):
            for part in filter(same_key, parts(cell, lambda name: same_key(name) in known)):
                self.groups.add(Sighting(part, self.kind_in_cell(part), 0, len(cell)), (number, 0), in_cell=True)

    def explained(self) -> Iterator[tuple[str, str]]:
        """Acronyms with the names that they stand for: those seen where the explaining words end."""
        for text, nodes in self.seen:
            for pair in pairs(text):
                ends = [
                    one.name for one, _ in nodes if pair.start <= one.end <= pair.end + 1 and one.start <= pair.start
                ]
                yield pair.short, ends[0] if ends else pair.words
        for cell in self.cells:
            yield from ((pair.short, pair.words) for pair in pairs(cell))

    def kind_in_cell(self, name: str) -> Kind:
        """A programme where its words or the texts say so; whoever else owns work counts as an organisation."""
        node = self.groups.node(name, Kind.PROGRAMME)
        last = without_years(name)[0].split()[-1].casefold()
        return Kind.PROGRAMME if node in self.groups.groups or last in words("programmes") else Kind.ORGANISATION

    def is_body_itself(self, one: Sighting) -> bool:
        """Whether a name is that of the body: "Anyshire Council" in a document of Anyshire."""
        plain = one.name.casefold()
        first, last = plain.split()[0], plain.split()[-1]
        if same_key(one.name) == same_key(self.body.name) or set(plain.split()) <= self.own_words:
            return True
        return one.kind is Kind.ORGANISATION and first in self.own_words and last in words("bodies")

    def parents(self, addresses: Mapping[Node, Iri]) -> Mapping[Iri, tuple[Iri, ...]]:
        found = (
            (text, [(one, self.groups.find(node)) for one, node in sorted(nodes, key=lambda pair: pair[0].start)])
            for text, nodes in self.seen
        )
        return parents(found, addresses)

    def is_name(self, group: Group) -> bool:
        """Whether a group is worth offering: a cell names it, or running text does, and not by a general word."""
        return group.in_cell or (group.certain and not is_general(group.label))

    def addresses(self, kept: Mapping[Node, Group]) -> dict[Node, Iri]:
        """An address for each name, made of its label; two that would share one are told apart by their words."""
        taken = set(self.listed.by_iri)
        found: dict[Node, Iri] = {}
        for node, group in kept.items():
            below = "programme" if group.kind is Kind.PROGRAMME else "organisation"
            short = slug(group.label)
            address = mint(self.body.iri + "/", below, short or fingerprint(group.label))
            if address in taken:
                address = mint(
                    self.body.iri + "/", below, "-".join(filter(None, (short, fingerprint(node[1], *node[2]))))
                )
            taken.add(address)
            found[node] = address
        return found


def _by_key(listed: Names) -> dict[str, Name]:
    """The listed names by what all spellings of each label share."""
    found: dict[str, Name] = {}
    for name in sorted(listed.by_iri.values(), key=lambda name: name.iri):
        for label in (name.label, *name.aliases):
            found.setdefault(same_key(label), name)
    return found


def _name(group: Group, address: Iri, part_of: Iterable[Iri]) -> Name:
    label = group.label
    aliases = tuple(sorted(group.forms - {label}))
    return Name(
        address, group.kind, label, aliases, tuple(part_of), inspects=group.inspects and group.kind is Kind.ORGANISATION
    )


def _is_looked_for(group: Group) -> bool:
    """Whether a name is looked for in sentences: one from a cell only where its own words show a name."""
    if group.certain:
        return True
    last = group.label.split()[-1].casefold()
    if " " in group.label:
        return last in words("organisations") or last in words("programmes")
    return is_acronym(group.label) and len(group.label) >= _SHORTEST


def _respelled(spelled: Iterable[tuple[Name, set[str]]]) -> Iterator[Name]:
    """Listed names with the spellings that cells give of them, each name once."""
    forms: dict[Name, set[str]] = {}
    for name, more in spelled:
        forms.setdefault(name, set()).update(more)
    for name, more in forms.items():
        yield replace(name, aliases=tuple(sorted({*name.aliases, *more} - {name.label})))
