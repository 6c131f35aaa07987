-- What owners were asked and what they answered, the newest first.
SELECT question.id, question.plot_id, question.plot_code, question.territory_code, question.answered_at, question.revoked_by, offer.ticket AS offer,
       CASE WHEN question.state = 'open' AND letter.expires_at <= now() THEN 'expired' ELSE question.state END AS state,
       letter.email, letter.language, letter.asked_at, letter.asked_by, letter.expires_at, letter.reminders,
       mail.sent_at, mail.error
FROM owner_question AS question
JOIN owner_letter AS letter ON letter.id = question.letter_id
LEFT JOIN plot_offer AS offer ON offer.id = question.offer_id
LEFT JOIN LATERAL (SELECT sent_at, error FROM owner_mail WHERE letter_id = letter.id ORDER BY id DESC LIMIT 1) AS mail ON true
WHERE (CAST(:territory AS text) IS NULL OR question.territory_code = :territory)
  AND (CAST(:state AS text) IS NULL
       OR CASE WHEN question.state = 'open' AND letter.expires_at <= now() THEN 'expired' ELSE question.state END = :state)
  AND (CAST(:before AS bigint) IS NULL OR question.id < :before)
ORDER BY question.id DESC
LIMIT :limit
