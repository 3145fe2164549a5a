"""What a plain Django project would have: the floor for submitting a conversation and for a page of charts."""
