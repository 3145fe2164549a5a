"""What the statistical office publishes about neighbourhoods: the figures we show, reading its table (V9)."""
