-- Offers, the newest first.
SELECT o.id, o.ticket, o.state, o.plot_id, o.proposal_id, o.received_at, o.confirmed_at, o.decided_at, o.reason, o.territory_code, o.municipality_code,
       o.language, o.offered_by, o.organisation, o.contact_name, o.email, o.phone, o.message, o.erased_at, o.properties::text AS properties,
       o.geometry::text AS geometry, EXISTS (SELECT FROM plot_offer_photo WHERE offer_id = o.id) AS has_photo
FROM plot_offer AS o
WHERE (CAST(:id AS bigint) IS NULL OR o.id = :id)
  AND (CAST(:territory AS text) IS NULL OR o.territory_code = :territory)
  AND (CAST(:state AS text) IS NULL OR o.state = :state)
  AND (CAST(:before AS bigint) IS NULL OR o.id < :before)
ORDER BY o.id DESC
LIMIT :limit
