"""What pages of this phase show, put together from several tables."""
