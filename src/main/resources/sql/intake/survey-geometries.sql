-- What is worth looking for, in one reading that the server can share among its processes, which it can not while it writes.
SELECT count(*) FILTER (WHERE geom IS NULL OR ST_IsEmpty(geom)) AS empty,
       count(*) FILTER (WHERE NOT ST_IsValid(geom)) AS invalid
FROM ${table}
