"""What was to be reached and what was: goals, their figures, frozen reports, and what it cost."""
