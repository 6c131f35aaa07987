-- A public bottleneck that waits for nobody else to write where it acts, and the version of what was said of it.
SELECT b.territory_code, coalesce(r.version, 0) AS version, r.id IS NOT NULL AS is_corrected
FROM bottleneck AS b LEFT JOIN bottleneck_road AS r ON r.id = b.id
WHERE b.id = :id AND b.publication_status = 'published'
FOR UPDATE OF b
