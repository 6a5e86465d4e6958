"""Verdicts to levels: requirement, criterion, school; what stands in the way; how commitments stand."""
