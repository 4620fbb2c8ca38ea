"""The engine as a whole: pairs that nobody fitted it to, and the version that its results are kept under."""
