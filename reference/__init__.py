"""Occupations, places, languages and levels: facts that the project holds itself, read-only."""
