-- Communities that name some of the codes for a plant or member, and which.
SELECT c.id, c.name, string_agg(DISTINCT s.code, ', ' ORDER BY s.code) AS codes
FROM energy_community AS c
CROSS JOIN LATERAL (SELECT found #>> '{}' AS code FROM jsonb_path_query(c.document, '$.**.substation') AS found) AS s
WHERE s.code = ANY (:codes::text[]) AND (:territory::text IS NULL OR c.territory_code = :territory)
GROUP BY c.id, c.name
ORDER BY c.id
