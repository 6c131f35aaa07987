-- Companies that are to be asked, with whether they were asked in this campaign before.
SELECT c.id, c.email, EXISTS (SELECT FROM survey WHERE campaign_id = :campaign AND company_id = c.id AND state <> 'revoked') AS asked
FROM company AS c
WHERE c.publication_status = 'published' AND c.id = ANY (:companies) AND (CAST(:territory AS text) IS NULL OR c.territory_code = :territory)
ORDER BY c.id
