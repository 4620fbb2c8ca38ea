"""The review screen: a document at a time, in reading order."""
