"""What the pages and documents of a topic show, read in a number of queries that does not grow."""
