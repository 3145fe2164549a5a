"""The training (V6), by subject."""
