"""The desk: the editors' own screens, where people get through a stack of documents. Addresses in `urls`, templates in `templates/desk/`.

`access` says who may see a page, `shell` what every page of the desk shows, `keys` which keys it has. Each room is one screen or one kind
of work: `home` what waits for me, `sources` a text comes in, `review` a document at a time, `pairs` said again or not, `lists` many rows at
once, `people` speakers, `claims` claims, `together` who works on what. All of them call stage functions and change nothing by themselves;
every page works with plain forms, and htmx and one small script make it quick.
"""
