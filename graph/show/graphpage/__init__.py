"""The one page that holds a whole graph: `strategy-links view`."""
