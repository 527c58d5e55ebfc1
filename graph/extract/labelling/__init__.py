"""Labels: which words are some, and what stands under each."""
