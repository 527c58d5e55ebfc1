"""Strategy Links: what public bodies promised, and where each promise went."""

__version__ = "0.1.0"
