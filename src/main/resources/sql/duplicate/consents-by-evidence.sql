-- Of each group the newest statement counts; where nothing was ever stated it is as it was.
UPDATE company SET consented_groups = (
  SELECT coalesce(array_agg(one), '{}')
  FROM unnest(ARRAY['identity', 'activity', 'size', 'innovation', 'certification', 'welfare', 'energy', 'visit', 'contact']) AS one
  WHERE coalesce((SELECT granted FROM company_consent WHERE company_id = :keep AND field_group = one ORDER BY stated_on DESC, id DESC LIMIT 1),
                 one = ANY (consented_groups)))
WHERE id = :keep
