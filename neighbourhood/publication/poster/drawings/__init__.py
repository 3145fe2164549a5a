"""Everything that is drawn on the poster, all by the same pen."""
