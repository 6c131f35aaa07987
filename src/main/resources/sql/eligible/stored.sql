SELECT id, piece, eligibility AS result, coalesce(basis, '{}') AS basis, geom FROM ${relation}
WHERE technology = :technology AND (valid_from IS NULL OR valid_from <= :${day}) AND (valid_to IS NULL OR valid_to > :${day}) AND ${place}
