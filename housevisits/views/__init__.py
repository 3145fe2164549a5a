"""Pages of phase 2, one module per thing people do."""
