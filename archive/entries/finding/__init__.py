"""What readers find public rows by, beside the words of statements."""
