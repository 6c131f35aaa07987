SELECT CASE WHEN question.state = 'open' AND letter.expires_at <= now() THEN 'expired' ELSE question.state END AS state, count(*) AS questions
FROM owner_question AS question JOIN owner_letter AS letter ON letter.id = question.letter_id
WHERE CAST(:territory AS text) IS NULL OR question.territory_code = :territory
GROUP BY 1
ORDER BY 1
