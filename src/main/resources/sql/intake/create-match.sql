-- Which record each good row found, what would change of it, and how that is now. An empty list: nothing changes.
CREATE UNLOGGED TABLE ${match} AS
SELECT found."#row", found.id AS feature_id, found.territory_code, found.changed,
       CASE WHEN found.changed <> '{}' THEN (SELECT jsonb_object_agg(key, value) FROM jsonb_each(found.present) WHERE key = ANY (found.changed)) END AS before,
       CASE WHEN 'geometry' = ANY (found.changed) THEN found.geom END AS geom
FROM (
  SELECT t."#row", r.id, r.territory_code, r.geom,
         array_remove(ARRAY[${differences}, CASE WHEN NOT same_shape(t."#geom", r.geom) THEN 'geometry' END], NULL)::text[] AS changed,
         (SELECT to_jsonb(p) FROM (SELECT ${present}) AS p) AS present
  FROM ${target} AS t JOIN ${relation} AS r ON ${found}
  WHERE ${accepted}
) AS found
