-- Numbers only: who is counted here is not named by it.
SELECT production_chain AS chain, size_class AS size, count(*) AS count
FROM ${relation}
WHERE zone_id = :zone AND publication_status = 'published'
GROUP BY production_chain, size_class
