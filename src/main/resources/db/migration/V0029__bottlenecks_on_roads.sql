-- Bottlenecks act on roads, and people report them.

-- Where a bottleneck really acts, if an editor has said so: by geometry and OpenStreetMap's numbers of ways, so that it outlives
-- every road graph. No foreign key: a bottleneck that is deleted and brought back finds its place again.
CREATE TABLE bottleneck_road (
  id         bigint PRIMARY KEY,                           -- of the bottleneck
  version    integer NOT NULL DEFAULT 0,                   -- optimistic lock
  direction  text NOT NULL DEFAULT 'both' CHECK (direction IN ('both', 'forward', 'backward')),   -- along the line
  osm_ways   bigint[] NOT NULL DEFAULT '{}',               -- the ways that it acts on, where known; none: whichever lie there
  geom       geometry(Geometry, 4326),                     -- NULL: it acts on no road
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text,
  change_id  bigint NOT NULL DEFAULT current_change() REFERENCES change (id),
  CHECK (direction = 'both' OR geom IS NULL OR GeometryType(geom) IN ('LINESTRING', 'MULTILINESTRING'))
);
SELECT record_history('bottleneck_road', 'bottleneck_road');
-- who asks whether bottlenecks have changed hears of their roads too
CREATE TRIGGER layer_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON bottleneck_road
  FOR EACH STATEMENT EXECUTE FUNCTION note_layer_change('bottleneck');

-- What citizens and firms report. The bottleneck itself is a record like any other, a draft until the desk publishes it; here stands
-- what nobody but the desk may see. Everything that can tell who reported is emptied when the report is refused, on request, and
-- when the retention time is over; it is kept nowhere else.
CREATE SEQUENCE bottleneck_report_number;

CREATE TABLE bottleneck_report (
  id              bigint PRIMARY KEY,                      -- of bottleneck_report_number
  ticket          text NOT NULL UNIQUE CHECK (ticket ~ '^S-\d{4}-\d{6,}$'),   -- to be spoken; it opens nothing
  version         integer NOT NULL DEFAULT 0,              -- optimistic lock
  received_at     timestamptz NOT NULL DEFAULT now(),
  state           text NOT NULL CHECK (state IN ('new', 'published', 'merged', 'refused', 'spam')),
  bottleneck_id   bigint NOT NULL,                         -- the draft that was made of it; it may be removed later
  merged_into     bigint,
  territory_code  text NOT NULL,
  language        text NOT NULL CHECK (language IN ('it', 'en')),
  contact_name    text,
  email           text,
  phone           text,
  consent_version text NOT NULL,
  consent_at      timestamptz NOT NULL DEFAULT now(),
  decided_at      timestamptz,
  decided_by      text,                                    -- username; no foreign key: history outlives accounts
  reason          text,                                    -- of the decision, for the desk
  erased_at       timestamptz,
  CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  CHECK ((state IN ('published', 'merged', 'refused')) = (decided_at IS NOT NULL)),
  CHECK (erased_at IS NULL OR num_nonnulls(contact_name, email, phone) = 0)
);
CREATE INDEX bottleneck_report_state ON bottleneck_report (state, id);
CREATE INDEX bottleneck_report_bottleneck ON bottleneck_report (bottleneck_id);
CREATE INDEX bottleneck_report_retention ON bottleneck_report (received_at) WHERE erased_at IS NULL;

-- Photos as this installation drew them anew: nothing of the file that was sent remains, nor what a camera wrote into it.
-- One is public as soon as its bottleneck is.
CREATE TABLE bottleneck_photo (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bottleneck_id bigint NOT NULL,
  width         integer NOT NULL,
  height        integer NOT NULL,
  jpeg          bytea NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX bottleneck_photo_bottleneck ON bottleneck_photo (bottleneck_id);
