-- What anybody may read of the records of one layer that an inquiry names.
SELECT ${layer} AS layer, id, code, name, territory_code FROM ${relation} WHERE ${public} AND id IN (:ids)
