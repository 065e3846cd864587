"""Job tracks: local ways to work in occupations that are short of people."""
