"""Forms of phase 3."""
