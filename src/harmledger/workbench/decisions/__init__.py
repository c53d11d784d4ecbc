"""What people decided, and the form to decide more."""
