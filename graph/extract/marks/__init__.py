"""Statuses that stand beside pledges: words, signs, colours and headings, and the keys that explain them."""
