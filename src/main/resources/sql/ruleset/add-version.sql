-- The next version of a set; whoever writes holds the lock of rule sets.
INSERT INTO ruleset_version (ruleset, version, content, shipped, written_by)
VALUES (:ruleset, (SELECT coalesce(max(version), 0) + 1 FROM ruleset_version WHERE ruleset = :ruleset), :content, :shipped, :who)
RETURNING version
