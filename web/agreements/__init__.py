"""Meetings and agreements as pages show them, whoever reads: forms, rows, signatures, paper."""
