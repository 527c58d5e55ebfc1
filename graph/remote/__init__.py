"""Stores on SPARQL 1.1 servers: asking them, and pushing a build to them."""
