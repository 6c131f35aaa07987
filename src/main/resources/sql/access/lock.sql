-- Keeps writers away from features that are as they were read; those that somebody is writing now are passed over.
SELECT feature.id FROM ${relation} AS feature JOIN unnest(:ids::bigint[], :versions::integer[]) AS r(id, version) USING (id, version)
FOR NO KEY UPDATE OF feature SKIP LOCKED
