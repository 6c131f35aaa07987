-- What of a layer is known in the territory at all: how much, from when, by whom.
SELECT count(*) AS features, min(surveyed_on) AS surveyed_from, max(surveyed_on) AS surveyed_to,
       (max(updated_at) AT TIME ZONE 'Europe/Rome')::date AS updated_on, coalesce(bool_or(demonstration), false) AS demonstration,
       coalesce(array_agg(DISTINCT source) FILTER (WHERE source IS NOT NULL), '{}') AS sources
FROM ${relation} AS feature, (SELECT geom AS ground FROM ${territory} AS named WHERE code = :territory) AS land
WHERE ${public} AND geom && ground AND ST_Intersects(geom, ground)
