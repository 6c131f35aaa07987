-- Public features of one layer as GeoJSON text (EPSG:4326, longitude first, 7 decimals: about a centimetre), in the
-- order of their ids, so that a page can be continued after its last id without loss or repetition.
SELECT id,
       '{"type":"Feature","id":' || id
         || ',"geometry":' || ST_AsGeoJSON(${geom}, 7)
         || ',"properties":' || (SELECT row_to_json(p) FROM (SELECT ${values}) AS p)
         || '}' AS feature
FROM ${relation}
WHERE ${public} AND ${filter}
ORDER BY ${order}
LIMIT :limit OFFSET :offset
