"""Drawings of phase 1: pure functions from facts to SVG with real text. No database, no request."""
