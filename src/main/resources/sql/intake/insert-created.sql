INSERT INTO ${relation} (id, ${columns}, created_by, updated_by, geom)
SELECT t."#id", ${values}, :author, :author, t."#geom"
FROM ${target} AS t
WHERE ${accepted} AND NOT EXISTS (SELECT FROM ${match} AS m WHERE m."#row" = t."#row")
