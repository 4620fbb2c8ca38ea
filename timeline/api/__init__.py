"""The JSON API: public reading of the record, without a key. Django REST Framework lives only here."""
