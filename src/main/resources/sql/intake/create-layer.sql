-- A new layer's rows, by all processes that the server can spare: it makes this table, not a row at a time.
CREATE TABLE ${relation} AS
SELECT t."#id" AS id, ${named}, CAST(:author AS text) AS created_by, CAST(:author AS text) AS updated_by, CAST(:change AS bigint) AS change_id,
  search_form(coalesce(t.code, '') || ' ' || coalesce(${name}, '')) AS search_text,
  t."#geom"::geometry(Geometry, 4326) AS geom,
  ST_Transform(t."#geom", 3857)::geometry(Geometry, 3857) AS geom_3857,
  place_of(t."#geom") AS geom_place
FROM ${target} AS t
WHERE ${accepted}
