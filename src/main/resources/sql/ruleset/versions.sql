-- Every version with the last decision about it.
SELECT v.ruleset, v.version, v.content, v.shipped, v.written_by, v.written_at,
       coalesce(d.active, false) AS active, d.confirmed_by, d.decided_by, d.decided_at, d.reason
FROM ruleset_version v
LEFT JOIN LATERAL (SELECT active, confirmed_by, decided_by, decided_at, reason FROM ruleset_decision
                   WHERE ruleset = v.ruleset AND version = v.version ORDER BY id DESC LIMIT 1) d ON true
ORDER BY v.ruleset, v.version
