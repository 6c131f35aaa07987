-- Long work: what was asked for, how far it is and how it ended, for people; and the queue it waits in, for the library
-- that hands each job to one instance. Both are written in one transaction, so there is no job without its place in the queue.

CREATE TABLE job (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind             text NOT NULL CHECK (kind ~ '^[a-z0-9-]{1,60}$'),
  parameters       json NOT NULL,                           -- not jsonb: given back as it came, NUL characters too
  author           text NOT NULL CHECK (author <> ''),      -- account name; no foreign key: system and operator have no account
  state            text NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  attempt          integer NOT NULL DEFAULT 0,              -- an instance that was given up as dead knows by it that it is
  cancel_requested boolean NOT NULL DEFAULT false,
  step             text,
  done             bigint NOT NULL DEFAULT 0,
  total            bigint,                                  -- NULL: not known
  step_seconds     double precision NOT NULL DEFAULT 0,     -- how long the step runs, by one clock: the instance's own
  code             text,
  message          text,
  result           json,
  submitted_at     timestamptz NOT NULL DEFAULT now(),
  started_at       timestamptz,
  finished_at      timestamptz,
  CHECK ((finished_at IS NOT NULL) = (state IN ('DONE', 'FAILED', 'CANCELLED'))),
  CHECK ((state = 'FAILED') = (message IS NOT NULL AND code IS NOT NULL))
) WITH (fillfactor = 50);                                   -- progress rewrites rows in place, several times a second
CREATE INDEX job_author ON job (author, id);
CREATE INDEX job_finished ON job (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE job_log (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id  bigint NOT NULL REFERENCES job ON DELETE CASCADE,
  at      timestamptz NOT NULL,
  message text NOT NULL
);
CREATE INDEX job_log_job ON job_log (job_id, id);

-- db-scheduler's own table, as version 16.12 needs it: a row per job that waits or runs, task_instance is the job's id.
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
