-- Verdicts as they were answered, so that a paper that names one can be held against it years later. The id is a hash of all that
-- the answer follows from: the same question under the same rules and data finds its row, anything else makes another one.

CREATE TABLE verdict (
  id         text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  question   jsonb NOT NULL,                         -- what was asked, completed: geometry, technology, date, territory, project, versions of rule sets
  answer     text NOT NULL,                          -- JSON, byte for byte
  created_at timestamptz NOT NULL,
  asked_on   date NOT NULL DEFAULT current_date,     -- when somebody last asked for it
  kept_for   text[] NOT NULL DEFAULT '{}'            -- what refers to it; while it is empty the verdict may be forgotten
);
CREATE INDEX verdict_forgettable ON verdict (asked_on) WHERE kept_for = '{}';
