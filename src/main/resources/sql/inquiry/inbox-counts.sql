-- How many there are of each state, whatever state is asked for.
SELECT state, count(*) AS inquiries,
       count(*) FILTER (WHERE state IN ('new', 'in_progress') AND received_at < now() - make_interval(secs => :target)) AS overdue
FROM inquiry
WHERE ${visible} AND ${chosen}
GROUP BY state
