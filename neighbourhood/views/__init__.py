"""Pages of phase 3, one module per thing people do."""
