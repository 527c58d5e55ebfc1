"""Names being gathered from many places: one group for each name, whatever its spellings."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extract.names.acronyms import initials, is_acronym
from graph.extract.names.lexicon import words
from graph.extract.names.spellings import folded, same_key, slips, without_head, without_years
from graph.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.extract.names.sightings import Sighting

    Node = tuple[Kind, str, tuple[str, ...]]  # what it is, how all its spellings fold, its years

Place = tuple[int, int]  # the number of a text, and an offset in it
_SHORTEST = 3  # letters of an acronym that is told from its words alone


@dataclass(slots=True)
class Group:
    """One name: how often each spelling of it was seen, where first, and what else the texts show.

    `cores` are its spellings without the noun at the end; `standing` says that they were seen as names by
    themselves. `certain` says that running text shows the name; `in_cell` that a cell or a heading does.
    """

    kind: Kind
    first: Place
    spellings: Counter[str] = field(default_factory=Counter)
    others: set[str] = field(default_factory=set)
    cores: Counter[str] = field(default_factory=Counter)
    standing: bool = False
    certain: bool = False
    in_cell: bool = False
    inspects: bool = False

    def take(self, other: Group) -> None:
        """Count what another group of the same name saw."""
        self.first = min(self.first, other.first)
        self.kind = Kind.PROGRAMME if Kind.PROGRAMME in (self.kind, other.kind) else self.kind
        self.spellings.update(other.spellings)
        self.cores.update(other.cores)
        self.others |= other.others
        self.standing |= other.standing
        self.certain |= other.certain
        self.in_cell |= other.in_cell
        self.inspects |= other.inspects

    @property
    def forms(self) -> set[str]:
        """Every spelling; a single word only where it stands as a name by itself."""
        cores = {core for core in self.cores if self._has_proper_core() or " " in core}
        return {*self.spellings, *self.others, *cores}

    @property
    def label(self) -> str:
        """The commonest spelling; of equals the one that reads best: in words, with capitals, the shortest.

        Where the name stands by itself, or with one noun here and another there, it is without a noun.
        """
        chosen = self.cores if self._has_proper_core() else self.spellings
        best = min(chosen, key=lambda form: (_reads_badly(form), -chosen[form], "&" in form, len(form), form))
        return best[:1].upper() + best[1:]

    def _has_proper_core(self) -> bool:
        nouns = {form.split()[-1].casefold() for form in self.spellings if without_head(form) != form}
        return bool(self.cores) and (self.standing or len(nouns) > 1)


def _reads_badly(form: str) -> int:
    """In steps: an acronym, capitals throughout, small letters throughout, then the rest alike."""
    if is_acronym(form):
        return 3
    return 2 if form.isupper() else int(form.islower())


class Groups:
    """Gathers sightings and merges them. Their order decides nothing but which was first."""

    def __init__(self, own_words: frozenset[str]) -> None:
        self.own_words = own_words  # of the body's name: "Anyshire Care Board" is its Care Board
        self.groups: dict[Node, Group] = {}
        self.parents: dict[Node, Node] = {}
        self.shorts: list[tuple[str, Node]] = []
        self.standing: dict[str, bool] = {}  # cores by key: True for a name before any noun, False before a vehicle's

    def add(self, sighting: Sighting, place: Place, *, in_cell: bool = False) -> Node:
        """Count one sighting. Returns the node of its name, which `find` resolves once all is merged."""
        node = self.node(sighting.name, sighting.kind)
        stands = bool(sighting.core) and sighting.core == sighting.name
        seen = Group(
            sighting.kind,
            place,
            Counter([sighting.name]),
            set(sighting.also),
            Counter(filter(None, [sighting.core])),
            standing=stands,
            certain=sighting.sure and not in_cell,
            in_cell=in_cell,
            inspects=sighting.inspects,
        )
        self.groups.setdefault(node, Group(sighting.kind, place)).take(seen)
        if sighting.core:
            key = same_key(sighting.core)
            self.standing[key] = self.standing.get(key, False) or stands
            self.join(node, (sighting.kind, key, ()))
        return node

    def node(self, name: str, kind: Kind) -> Node:
        """What all spellings of a name share, but for what only other places can tell."""
        plain, years = without_years(name)
        parts = folded(plain)
        while len(parts) > 2 and parts[0] in self.own_words:
            parts = parts[1:]
        return (kind, "".join(parts), years)

    def find(self, node: Node) -> Node:
        """The node that stands for all that were joined with one."""
        while (parent := self.parents.get(node, node)) != node:
            self.parents[node] = self.parents.get(parent, parent)
            node = parent
        return node

    def join(self, one: Node, other: Node) -> None:
        """Make two nodes one name."""
        first, second = sorted((self.find(one), self.find(other)))
        if first != second:
            self.parents[second] = first

    def merged(self, explained: Iterable[tuple[str, str]]) -> dict[Node, Group]:
        """The groups by the node that stands for each, given the acronyms that the texts explain."""
        self._join_nouns()
        self._join_kinds()
        self._join_years()
        self._join_acronyms(explained)
        self._join_slips()
        found: dict[Node, Group] = {}
        for node, group in self.groups.items():
            found.setdefault(self.find(node), Group(group.kind, group.first)).take(group)
        for short, node in self.shorts:
            found[self.find(node)].others.add(short)
        return found

    def _join_nouns(self) -> None:
        """ "Harbour project" and "Harbour Programme" are one where "Harbour" is a name by itself."""
        for node, group in self.groups.items():
            kind, _, years = node
            for form in group.spellings if kind is Kind.PROGRAMME else ():
                core = without_head(without_years(form)[0])
                key, noun = same_key(core), form.split()[-1].casefold()
                if core != form and (self.standing.get(key) or (key in self.standing and noun in words("vehicles"))):
                    self.join(node, (kind, key, years))
                    group.cores[core] = max(1, group.cores[core])

    def _join_kinds(self) -> None:
        """A group whose plan holds work holds that work itself, wherever it is named."""
        for kind, key, years in self.groups:
            if kind is Kind.ORGANISATION and (Kind.PROGRAMME, key, years) in self.groups:
                self.join((kind, key, years), (Kind.PROGRAMME, key, years))

    def _join_years(self) -> None:
        """A name without a year is the one with a year, where there is only one such."""
        dated: dict[tuple[Kind, str], set[tuple[str, ...]]] = defaultdict(set)
        for kind, key, years in self.groups:
            dated[kind, key].add(years)
        for (kind, key), found in dated.items():
            if len(found) == 2 and () in found:
                self.join((kind, key, ()), (kind, key, max(found)))

    def _join_acronyms(self, explained: Iterable[tuple[str, str]]) -> None:
        """An acronym is the one name that the texts explain it by, or else the one whose initials it is."""
        meant: dict[str, set[Node]] = defaultdict(set)
        for short, long in explained:
            meant[short] |= {self.find(node) for kind in Kind if (node := self.node(long, kind)) in self.groups}
        told = frozenset(meant)
        short_forms = {form: node for node, one in self.groups.items() for form in one.spellings if is_acronym(form)}
        for node, group in self.groups.items():
            for short in {initials(without_years(form)[0]) for form in group.spellings if not is_acronym(form)}:
                if short in short_forms and short not in told and len(short) >= _SHORTEST:
                    meant[short].add(self.find(node))
        for short, nodes in sorted(meant.items()):
            if len({self.find(node) for node in nodes}) == 1:
                self.shorts.append((short, min(nodes)))
                if short in short_forms:
                    self.join(short_forms[short], min(nodes))

    def _join_slips(self) -> None:
        """A name seen once may be another with one wrong letter."""
        of_kind: dict[Kind, dict[tuple[str, ...], Node]] = defaultdict(dict)
        for node, group in self.groups.items():
            for form in group.spellings:
                of_kind[node[0]][(*folded(without_years(form)[0]), *node[2])] = node
        for nodes in of_kind.values():
            for one, other in slips(nodes):
                pair = nodes[one], nodes[other]
                if min(self.groups[node].spellings.total() for node in pair) == 1:
                    self.join(*pair)
