"""From an accepted suggestion to a person at a workplace, and what came of it."""
