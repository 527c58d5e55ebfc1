"""The scripts that the graph page and the search of the site share."""
