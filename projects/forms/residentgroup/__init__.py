"""Forms of the resident group (V7)."""
