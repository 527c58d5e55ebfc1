"""The names of programmes and organisations: found in texts and cells, merged across spellings."""
