"""Forms of phase 2."""
