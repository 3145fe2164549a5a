"""The pieces of the poster: each module makes one kind, measured so that its words fit."""
