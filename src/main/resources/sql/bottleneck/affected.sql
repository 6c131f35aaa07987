-- How much lies within some metres of a bottleneck, or in the area that it is; the box finds it by the index.
WITH here AS MATERIALIZED (
  SELECT geom::geography AS ground, ST_Expand(geom, CAST(:within AS float8) / 111000 / cos(radians(ST_YMax(geom))) * 1.02, CAST(:within AS float8) / 110000) AS box
  FROM bottleneck WHERE id = :id AND publication_status = 'published'
)
SELECT (SELECT count(*) FROM ${plots} AS p, here WHERE ${publicPlots} AND p.geom && box AND ST_DWithin(p.geom::geography, here.ground, :within)) AS plots,
       (SELECT count(*) FROM ${zones} AS z, here WHERE ${publicZones} AND z.geom && box AND ST_DWithin(z.geom::geography, here.ground, :within)) AS zones,
       companies.number AS companies, companies.jobs, companies.not_known AS jobs_not_known
FROM (SELECT count(*) AS number, sum((${jobs})::integer) AS jobs, count(*) FILTER (WHERE (${jobs})::integer IS NULL) AS not_known
      FROM ${companies} AS c, here WHERE ${publicCompanies} AND c.geom && box AND ST_DWithin(c.geom::geography, here.ground, :within)) AS companies
