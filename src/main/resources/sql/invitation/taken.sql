-- What of some hosts' days somebody has, or has asked for and can still get.
SELECT host_id, visit_date, starts, ends, people, about, state = 'accepted' AS accepted
FROM invitation
WHERE host_id = ANY (:hosts) AND visit_date BETWEEN :from AND :to
  AND (state = 'accepted' OR state IN ('proposed', 'countered') AND expires_at > now())
ORDER BY host_id, visit_date, starts, id
