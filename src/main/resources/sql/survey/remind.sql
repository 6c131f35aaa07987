-- Reminders that are due, put into the queue: of letters that were sent and not answered.
WITH due AS (
  SELECT survey.id FROM survey JOIN survey_campaign AS campaign ON campaign.id = survey.campaign_id
  WHERE survey.email IS NOT NULL AND survey.state IN ('sent', 'opened', 'begun') AND campaign.expires_at > now() AND campaign.closed_at IS NULL
    AND survey.reminders < :reminders AND survey.written_at <= now() - make_interval(secs => :every)
    AND NOT EXISTS (SELECT FROM survey_mail WHERE survey_id = survey.id AND next_attempt_at IS NOT NULL)
  FOR UPDATE OF survey SKIP LOCKED
), counted AS (
  UPDATE survey SET reminders = reminders + 1, written_at = now() FROM due WHERE survey.id = due.id RETURNING survey.id
)
INSERT INTO survey_mail (kind, survey_id) SELECT 'reminder', id FROM counted
