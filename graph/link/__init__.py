"""From what is said to links: which statement answers which pledge, who owns it, who is involved, what came of it."""
