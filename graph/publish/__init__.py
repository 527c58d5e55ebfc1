"""The site as a folder of files that needs no server: `strategy-links site`."""
