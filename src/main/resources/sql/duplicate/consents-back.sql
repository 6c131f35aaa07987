-- Both have the consents of before the merge again, but for groups of which something was stated since: that counts for both.
WITH merge AS (
  SELECT kept_id, gone_id, consents, ARRAY(SELECT jsonb_array_elements_text(former -> '#consents')) AS kept_consents, merged_at FROM company_merge WHERE id = :merge
), since AS (
  SELECT DISTINCT ON (field_group) field_group, granted FROM company_consent, merge
  WHERE company_id IN (kept_id, gone_id) AND stated_at > merged_at ORDER BY field_group, stated_on DESC, company_consent.id DESC
)
UPDATE company SET consented_groups = (
  SELECT coalesce(array_agg(one), '{}')
  FROM unnest(ARRAY['identity', 'activity', 'size', 'innovation', 'certification', 'welfare', 'energy', 'visit', 'contact']) AS one
  WHERE coalesce((SELECT granted FROM since WHERE field_group = one), one = ANY (CASE company.id WHEN merge.kept_id THEN merge.kept_consents ELSE merge.consents END)))
FROM merge
WHERE company.id IN (merge.kept_id, merge.gone_id)
