-- Who belongs, or has belonged, to a network. A company that does not let its identity be published is counted without a name, place or date.
SELECT c.id AS company, coalesce(c.name, c.code) AS name, m.role, m.joined_on, m.left_on, ST_X(c.geom) AS lon, ST_Y(c.geom) AS lat, c.production_chain, c.demonstration,
       'identity' = ANY (c.consented_groups) AS named, 'activity' = ANY (c.consented_groups) AS with_activity
FROM company_network_member AS m JOIN company AS c ON c.id = m.company_id
WHERE m.network_id = :network AND c.publication_status = 'published'
ORDER BY m.role <> 'lead', coalesce(c.name, c.code), c.id
