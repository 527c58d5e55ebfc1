"""The pages of a site, served live or written to files."""
