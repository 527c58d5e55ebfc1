"""The web server: the SPARQL 1.1 protocol, addresses for spreadsheets, linked data, pages. Local and read only."""
