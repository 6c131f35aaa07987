-- Letters of which nothing is open any more forget the address, and are sent no more.
WITH closed AS (
  UPDATE owner_letter AS letter SET email = NULL
  WHERE email IS NOT NULL
    AND (expires_at <= now() OR NOT EXISTS (SELECT FROM owner_question WHERE letter_id = letter.id AND state = 'open'))
  RETURNING id
)
UPDATE owner_mail SET next_attempt_at = NULL FROM closed WHERE letter_id = closed.id
