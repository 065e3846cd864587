"""Youths at events: asked, registered, whether they came, and what they want afterwards."""
