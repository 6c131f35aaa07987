-- Surveys that take no answer any more forget the address, and nothing more of them is sent.
WITH closed AS (
  UPDATE survey SET email = NULL
  FROM survey_campaign AS campaign
  WHERE campaign.id = survey.campaign_id AND survey.email IS NOT NULL
    AND (campaign.expires_at <= now() OR campaign.closed_at IS NOT NULL OR survey.state NOT IN ('sent', 'opened', 'begun'))
  RETURNING survey.id
)
UPDATE survey_mail SET next_attempt_at = NULL FROM closed WHERE survey_id = closed.id
