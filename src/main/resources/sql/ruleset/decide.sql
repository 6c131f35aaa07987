INSERT INTO ruleset_decision (ruleset, version, active, confirmed_by, reason, decided_by)
VALUES (:ruleset, :version, :active, :confirmed_by, :reason, :who)
