-- Mail that nobody has got: waiting, or given up.
SELECT count(*) FILTER (WHERE next_attempt_at IS NOT NULL) AS waiting, count(*) FILTER (WHERE sent_at IS NULL AND next_attempt_at IS NULL) AS failed
FROM inquiry_mail JOIN inquiry ON inquiry.id = inquiry_id
WHERE sent_at IS NULL AND state <> 'spam'
