-- Invitations, the newest first, with how the last mail to the host went.
SELECT i.id, i.host_id, i.host_layer, i.host_name, i.about, i.state, i.visit_date, i.starts, i.ends, i.asked_date, i.asked_starts, i.asked_ends, i.people,
       i.party::text AS party, i.language, i.host_language, i.created_at, i.created_by, i.expires_at, i.answered_at, i.answered_by, i.reason, i.reminders,
       i.host_email, i.organiser_name, i.organiser_email, i.organiser_phone, i.note, i.erased_at, mail.sent_at AS mailed_at, mail.error AS mail_error
FROM invitation AS i
LEFT JOIN LATERAL (
  SELECT sent_at, error FROM invitation_mail WHERE invitation_id = i.id AND kind IN ('request', 'reminder') ORDER BY id DESC LIMIT 1
) AS mail ON true
WHERE (CAST(:id AS bigint) IS NULL OR i.id = :id)
  AND (CAST(:about AS text) IS NULL OR i.about = :about)
  AND (CAST(:state AS text) IS NULL OR i.state = :state)
  AND (CAST(:host AS bigint) IS NULL OR i.host_id = :host)
  AND (CAST(:before AS bigint) IS NULL OR i.id < :before)
ORDER BY i.id DESC
LIMIT :limit
