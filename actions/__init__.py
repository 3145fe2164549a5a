"""Phase 4, connecting: the action plan comes here."""
