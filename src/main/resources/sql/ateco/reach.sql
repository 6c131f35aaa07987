-- The codes of the other version that codes with this beginning have become, or come from.
SELECT '2025' AS version, code_2025 AS code FROM ateco_transcoding WHERE code_2007 LIKE CAST(:beginning AS text) || '%'
UNION
SELECT '2007', code_2007 FROM ateco_transcoding WHERE code_2025 LIKE CAST(:beginning AS text) || '%'
ORDER BY 1, 2
