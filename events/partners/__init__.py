"""The municipalities and agencies that a team works with, and how their functions are reached."""
