-- Networks with how many belong to them today. For the public of those who do not let themselves be named whole multiples of k only: a hidden count of the census
-- must not be told by who is in a network.
SELECT n.id, n.territory_code AS territory, n.name, n.kind, n.production_chain, n.register_number, n.register_date, n.purpose_it, n.purpose_en, n.brand, n.website, n.source,
       n.public AS is_public, n.demonstration, n.version, n.updated_at,
       (SELECT CASE WHEN :desk AND (:desk_territory::text IS NULL OR n.territory_code = :desk_territory) THEN count(*)
                    ELSE count(*) FILTER (WHERE 'identity' = ANY (c.consented_groups)) + count(*) FILTER (WHERE NOT 'identity' = ANY (c.consented_groups)) / :k * :k END
        FROM company_network_member AS m JOIN company AS c ON c.id = m.company_id
        WHERE m.network_id = n.id AND c.publication_status = 'published' AND (m.left_on IS NULL OR m.left_on > current_date)) AS members
FROM company_network AS n
WHERE (:id::bigint IS NULL OR n.id = :id)
  AND (:territory::text IS NULL OR n.territory_code = :territory)
  AND (:kind::text IS NULL OR n.kind = :kind)
  AND (:company::bigint IS NULL OR EXISTS (SELECT FROM company_network_member AS m WHERE m.network_id = n.id AND m.company_id = :company AND (m.left_on IS NULL OR m.left_on > current_date)))
  AND (:words::text IS NULL OR search_form(n.name || ' ' || coalesce(n.brand, '') || ' ' || coalesce(n.purpose_it, '') || ' ' || coalesce(n.purpose_en, '')) LIKE '%' || search_form(:words) || '%')
  AND (n.public OR :desk AND (:desk_territory::text IS NULL OR n.territory_code = :desk_territory))
ORDER BY n.name, n.id
LIMIT :limit
