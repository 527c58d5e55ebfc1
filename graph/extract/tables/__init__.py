"""Tables of pledges: what their columns hold, and what stands above and around them."""
