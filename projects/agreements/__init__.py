"""What an agreement starts from (V4): a template with the project's own facts, and what it still lacks."""
