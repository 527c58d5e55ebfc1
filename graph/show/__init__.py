"""How answers look: text, tables, spreadsheets, and the graph page."""
