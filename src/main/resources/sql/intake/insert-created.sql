-- The change is named, since its default would be asked for row by row.
INSERT INTO ${relation} (id, ${columns}, created_by, updated_by, change_id, geom)
SELECT t."#id", ${values}, :author, :author, :change, t."#geom"
FROM ${target} AS t
WHERE ${accepted} AND ${unmatched}
