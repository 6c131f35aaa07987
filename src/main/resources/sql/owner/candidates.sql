-- Public plots on offer whose last sign of life is older than a day, the oldest first, with the last question to their owner.
SELECT p.id, p.code, p.name, p.territory_code, m.name AS municipality, p.verified_on, p.owner_contact,
       coalesce(p.verified_on, p.surveyed_on, (p.updated_at AT TIME ZONE 'Europe/Rome')::date) AS known_on,
       q.asked_at, CASE WHEN q.state = 'open' AND q.expires_at <= now() THEN 'expired' ELSE q.state END AS asked
FROM plot AS p
LEFT JOIN municipality AS m ON m.code = p.municipality_code AND m.publication_status = 'published'
LEFT JOIN LATERAL (
  SELECT question.state, letter.asked_at, letter.expires_at
  FROM owner_question AS question JOIN owner_letter AS letter ON letter.id = question.letter_id
  WHERE question.plot_id = p.id
  ORDER BY question.id DESC LIMIT 1
) AS q ON true
WHERE p.publication_status = 'published' AND coalesce(p.status, 'available') IN ('available', 'reserved')
  AND p.owner_contact LIKE '%@%'
  AND coalesce(p.verified_on, p.surveyed_on, (p.updated_at AT TIME ZONE 'Europe/Rome')::date) < CAST(:before AS date)
  AND (CAST(:territory AS text) IS NULL OR p.territory_code = :territory)
  AND (CAST(:within AS text) IS NULL OR p.territory_code = :within)
  AND (CAST(:municipality AS text) IS NULL OR p.municipality_code = :municipality)
  AND (CAST(:plots AS bigint[]) IS NULL OR p.id = ANY (:plots))
ORDER BY known_on, p.id
LIMIT :limit
