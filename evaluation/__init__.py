"""Phase 5, evaluation: looking back comes here."""
