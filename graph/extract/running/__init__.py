"""Running text: who speaks in a sentence, and whether it commits."""
