-- Who was asked and what came of it, the newest first.
SELECT survey.id, survey.campaign_id, company.id AS company_id, company.code AS company_code, company.name AS company_name, municipality.name AS municipality,
       survey.way, survey.email, CASE WHEN survey.state IN ('sent', 'opened', 'begun') AND campaign.expires_at <= now() THEN 'expired' ELSE survey.state END AS state,
       survey.created_at, survey.opened_at, survey.begun_at, survey.ended_at, survey.stated_by, survey.reminders, survey.proposal_id, mail.sent_at, mail.error,
       company.consented_groups AS consents
FROM survey
JOIN company ON company.id = survey.company_id
LEFT JOIN municipality ON municipality.code = company.municipality_code
LEFT JOIN survey_campaign AS campaign ON campaign.id = survey.campaign_id
LEFT JOIN LATERAL (SELECT sent_at, error FROM survey_mail WHERE survey_id = survey.id ORDER BY id DESC LIMIT 1) AS mail ON true
WHERE (CAST(:campaign AS bigint) IS NULL OR survey.campaign_id = :campaign)
  AND (CAST(:company AS bigint) IS NULL OR survey.company_id = :company)
  AND (CAST(:territory AS text) IS NULL OR company.territory_code = :territory)
  AND (CAST(:state AS text) IS NULL
       OR CASE WHEN survey.state IN ('sent', 'opened', 'begun') AND campaign.expires_at <= now() THEN 'expired' ELSE survey.state END = :state)
  AND (CAST(:before AS bigint) IS NULL OR survey.id < :before)
ORDER BY survey.id DESC
LIMIT :limit
