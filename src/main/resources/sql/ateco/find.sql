-- Codes of both versions whose code begins so, or whose title has these words; the coarsest first.
SELECT version, code, title
FROM ateco_code
WHERE CASE WHEN CAST(:beginning AS text) IS NOT NULL THEN code LIKE CAST(:beginning AS text) || '%'
           ELSE search_form(title) LIKE '%' || search_form(CAST(:words AS text)) || '%' END
ORDER BY length(code), code, version
LIMIT :limit
