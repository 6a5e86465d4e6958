"""Public pages of school quality: standards, ratings, evidence and commitments from a folder of YAML."""
