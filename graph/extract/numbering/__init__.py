"""The numbers of actions and recommendations."""
