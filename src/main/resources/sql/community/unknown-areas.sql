-- Codes that are no published primary-substation area, where any is known at all.
SELECT code FROM unnest(:codes::text[]) AS asked (code)
WHERE EXISTS (SELECT FROM primary_substation_area WHERE publication_status = 'published')
  AND NOT EXISTS (SELECT FROM primary_substation_area AS area WHERE area.code = asked.code AND area.publication_status = 'published')
ORDER BY code
