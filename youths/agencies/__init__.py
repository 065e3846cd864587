"""What agencies do about one youth together: who is responsible, and what is shared on purpose."""
