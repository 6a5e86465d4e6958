"""What a school's folder says, as typed, frozen objects; the JSON Schemas of the files are made from these."""
