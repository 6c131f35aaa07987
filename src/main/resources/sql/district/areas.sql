-- The parts of a territory that public figures name, whether a firm is there or not.
SELECT 'MUNICIPALITY' AS kind, code FROM municipality WHERE territory_code = :territory
UNION ALL
SELECT 'ZONE', id::text FROM industrial_zone WHERE territory_code = :territory AND publication_status = 'published'
