"""Who is on a track: interest, the line, the seats, the steps taken and the choice of path."""
