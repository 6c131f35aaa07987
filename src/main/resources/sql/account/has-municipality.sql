SELECT EXISTS (SELECT FROM municipality WHERE code = :code AND (:territory::text IS NULL OR territory_code = :territory))
