"""Where the data that travels with the package stands: ontology, named queries, seeds."""

from __future__ import annotations

from pathlib import Path

_TOP = Path(__file__).resolve().parent.parent

ONTOLOGY = _TOP / "ontology"
QUERIES = ONTOLOGY / "queries"
SEEDS = _TOP / "seeds"

#: The vocabulary that every store holds beside its data.
VOCABULARY_FILES = (ONTOLOGY / "strategy-links.ttl", ONTOLOGY / "status.ttl")
SHAPES_FILE = ONTOLOGY / "shapes.ttl"
