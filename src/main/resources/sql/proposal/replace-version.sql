-- The last version, if the same person saved it some minutes ago and no step was taken on it, becomes the present one.
UPDATE proposal_version AS v
SET version = p.version, at = now(), properties = p.properties, geom = p.geom, note = p.note
FROM proposal AS p
WHERE p.id = :id AND v.proposal_id = p.id AND v.author = :who AND v.since > now() - interval '10 minutes'
  AND v.version = (SELECT max(version) FROM proposal_version WHERE proposal_id = p.id)
  AND v.version > (SELECT max(version) FROM proposal_step WHERE proposal_id = p.id)
