"""What an analyst would write without this project: rdflib parses the exported Turtle and runs the SPARQL."""

from __future__ import annotations

import sys

import rdflib

QUERY = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sl: <https://w3id.org/strategy-links#>
SELECT ?text ?status ?owner ?evidence WHERE {
  ?pledge a sl:Commitment ; sl:text ?text ; sl:status ?status .
  FILTER (CONTAINS(LCASE(?text), "sgo") && CONTAINS(LCASE(?text), "allowances"))
  OPTIONAL { ?pledge sl:ownedBy/skos:prefLabel ?owner }
  OPTIONAL { ?pledge sl:evidencedBy/sl:text ?evidence }
}
"""


def main() -> None:
    """Print the answer to the same question as `strategy-links where "SGO allowances"`."""
    graph = rdflib.Graph().parse(sys.argv[1], format="turtle")
    for row in graph.query(QUERY):
        sys.stdout.write(" | ".join(str(cell) for cell in row) + "\n")  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
