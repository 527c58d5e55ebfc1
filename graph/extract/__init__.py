"""From blocks to what they say: sections, pledges, statements, names, outcomes. Cue words are data (`cues/`)."""
