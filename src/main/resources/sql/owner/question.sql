-- One question, with the letter it stands in and the plot as it is now.
SELECT question.id, question.plot_id, question.plot_code, question.territory_code, question.state, question.answered_at, letter.id AS letter_id,
       letter.email, letter.language, letter.asked_at, letter.expires_at, letter.expires_at <= now() AS is_expired,
       plot.version, plot.name, plot.verified_on
FROM owner_question AS question
JOIN owner_letter AS letter ON letter.id = question.letter_id
LEFT JOIN plot ON plot.id = question.plot_id AND plot.publication_status = 'published'
WHERE question.id = :id
