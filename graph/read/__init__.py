"""From files to text and blocks. Nothing here knows what a pledge is."""
