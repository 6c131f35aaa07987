-- One survey, with its campaign and the company as it is now.
SELECT survey.id, survey.campaign_id, campaign.name AS campaign,
       coalesce(campaign.groups, ARRAY['identity', 'activity', 'size', 'innovation', 'certification', 'welfare', 'energy', 'visit', 'contact']) AS groups,
       coalesce(campaign.intake, 'direct') AS intake, coalesce(campaign.language, 'it') AS language, campaign.message, campaign.expires_at,
       coalesce(campaign.expires_at <= now() OR campaign.closed_at IS NOT NULL, false) AS is_over,
       survey.company_id, company.version AS company_version, company.code AS company_code, company.name AS company_name,
       company.territory_code AS territory, survey.way, survey.email, survey.state, survey.draft::text AS draft, survey.draft_version, survey.stated_by, survey.proposal_id
FROM survey
LEFT JOIN survey_campaign AS campaign ON campaign.id = survey.campaign_id
LEFT JOIN company ON company.id = survey.company_id AND company.publication_status = 'published'
WHERE survey.id = :id
