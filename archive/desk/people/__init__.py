"""Speakers: who is one, who is called how, and who was what when."""
