"""What a plain Django project would have: the floor for handing in and for a page of charts."""
