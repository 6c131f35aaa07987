DELETE FROM ${relation} WHERE territory_code = :territory AND code = ANY (:codes)
