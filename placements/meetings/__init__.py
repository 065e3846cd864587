"""Meetings between a youth and an employer: time and place, invitations, and what is answered."""
