"""The printable report: one document for a committee, as a page and as a Word document."""
