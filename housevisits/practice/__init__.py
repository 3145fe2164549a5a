"""Practising a registration (V6): an invented case, and what the writer hears at the end. Nothing is kept: no
module here writes to a database, a session, a cache or a log."""
