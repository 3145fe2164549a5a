"""What a time line knows: kinds of items, weeks, collisions and templates. Data and plain functions (V8)."""
