"""The pages. Each picks a queryset, a filter and a template.

What rows look like to readers is made in the read models: `chronology`, `trails`, `excerpts`, `overview`,
`profiles`, `facets`, `log`.
"""
