"""The same scores as `matching.answers`, for a whole country at once."""
