-- What of an area lies in each published primary-substation area, and what in none.
SELECT s.code, coalesce(a.substation_name, a.name) AS name, a.distributor, coalesce(s.m2, 0) AS m2, coalesce(s.share, 0) AS share, s.total
FROM (SELECT code, m2, share, ST_Area(ST_Transform(g.shape, rdn_srid(g.shape))) AS total
      FROM (SELECT ST_SetSRID(ST_GeomFromGeoJSON(:geometry), 4326) AS shape) AS g
      LEFT JOIN LATERAL substation_shares(g.shape) ON true) AS s
LEFT JOIN primary_substation_area AS a ON a.code = s.code AND a.publication_status = 'published'
ORDER BY s.m2 DESC NULLS LAST, s.code
