-- Of two requests of one campaign to companies that become one, the one that went less far is revoked. Answers which they are and what they were.
WITH both_asked AS (
  SELECT gone.id AS gone_id, gone.state AS gone_state, kept.id AS kept_id, kept.state AS kept_state,
         coalesce(array_position(ARRAY['sent', 'opened', 'begun'], gone.state), 9) AS gone_far, coalesce(array_position(ARRAY['sent', 'opened', 'begun'], kept.state), 9) AS kept_far
  FROM survey AS gone JOIN survey AS kept ON kept.campaign_id = gone.campaign_id AND kept.company_id = :kept AND kept.state <> 'revoked'
  WHERE gone.company_id = :gone AND gone.state <> 'revoked'
), less AS (
  SELECT CASE WHEN gone_far > kept_far THEN kept_id ELSE gone_id END AS id, CASE WHEN gone_far > kept_far THEN kept_state ELSE gone_state END AS state
  FROM both_asked WHERE least(gone_far, kept_far) < 9
), revoked AS (
  UPDATE survey SET state = 'revoked' FROM less WHERE survey.id = less.id RETURNING survey.id
), unsent AS (
  UPDATE survey_mail SET next_attempt_at = NULL WHERE survey_id IN (SELECT id FROM revoked)
)
SELECT coalesce(jsonb_agg(jsonb_build_object('id', less.id, 'state', less.state)), '[]')::text FROM less
