"""Roadmaps: when is said, and what stands under it."""
