"""Questions to a finished store: where a pledge went, tracing, named queries, search."""
