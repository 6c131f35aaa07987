SELECT id, coalesce(href, '/api/themes/' || theme_id || '/pictures/' || id) AS href, alt_it, alt_en, credit, licence
FROM theme_picture WHERE theme_id = :theme ORDER BY id
