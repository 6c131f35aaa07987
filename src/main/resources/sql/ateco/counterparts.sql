-- What codes of one version are in the other, and from how many codes each of those comes.
SELECT pair.from_code, CASE CAST(:version AS text) WHEN '2007' THEN '2025' ELSE '2007' END AS version, pair.to_code AS code, named.title,
       (SELECT count(*) FROM ateco_transcoding AS back
        WHERE CASE CAST(:version AS text) WHEN '2007' THEN back.code_2025 ELSE back.code_2007 END = pair.to_code) AS back
FROM (SELECT CASE CAST(:version AS text) WHEN '2007' THEN code_2007 ELSE code_2025 END AS from_code,
             CASE CAST(:version AS text) WHEN '2007' THEN code_2025 ELSE code_2007 END AS to_code FROM ateco_transcoding) AS pair
LEFT JOIN ateco_code AS named ON named.version = CASE CAST(:version AS text) WHEN '2007' THEN '2025' ELSE '2007' END AND named.code = pair.to_code
WHERE pair.from_code = ANY (:codes)
ORDER BY pair.from_code, pair.to_code
