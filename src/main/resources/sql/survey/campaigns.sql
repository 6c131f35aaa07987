-- Campaigns with how many surveys of each are in which state, the newest first.
SELECT campaign.id, campaign.name, campaign.territory_code AS territory, campaign.groups, campaign.intake, campaign.language, campaign.message, campaign.expires_at,
       campaign.created_by, campaign.created_at, campaign.closed_at,
       coalesce((SELECT jsonb_object_agg(state, surveys) FROM (
         SELECT CASE WHEN state IN ('sent', 'opened', 'begun') AND campaign.expires_at <= now() THEN 'expired' ELSE state END AS state, count(*) AS surveys
         FROM survey WHERE campaign_id = campaign.id GROUP BY 1) AS counts), '{}')::text AS counts
FROM survey_campaign AS campaign
WHERE (CAST(:territory AS text) IS NULL OR campaign.territory_code = :territory) AND (CAST(:id AS bigint) IS NULL OR campaign.id = :id)
ORDER BY campaign.id DESC
LIMIT 500
