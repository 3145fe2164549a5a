"""Every write of phase 2 that is more than one row: named, atomic, keyword-only."""
