"""Sheets come in: a file is read (`files`), its columns are told apart (`columns`), each row is tried out and then done (`rows`), some
seconds at a time (`runs`)."""
