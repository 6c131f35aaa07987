-- Whether times of a layer were computed at all by a moment.
SELECT EXISTS (SELECT FROM access_pass WHERE layer_id = :layer AND begun_at <= :at)
