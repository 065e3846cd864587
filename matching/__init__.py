"""Which opening fits whom, and why: pure, deterministic, and accounted for to the last point."""
