-- The public features of one layer whose code or name contains the words, best first: an exact code, then a beginning, then likeness.
SELECT id, code, name, territory_code, municipality_code,
       ST_X(ST_PointOnSurface(geom)) AS longitude, ST_Y(ST_PointOnSurface(geom)) AS latitude,
       ST_XMin(geom) AS west, ST_YMin(geom) AS south, ST_XMax(geom) AS east, ST_YMax(geom) AS north,
       CASE WHEN search_form(code) = :words OR search_form(name) = :words THEN 3
            WHEN search_text LIKE :beginning OR search_form(name) LIKE :beginning THEN 2
            ELSE 1 END + similarity(search_text, :words) AS score
FROM ${relation}
WHERE ${public} AND ${words}
ORDER BY score DESC, id
LIMIT :limit
