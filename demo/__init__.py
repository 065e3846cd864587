"""An invented installation to look at: teams, employers, openings and youths. No one is real."""
