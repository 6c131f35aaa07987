-- Which road networks were imported, newest in use: the graphs themselves are files below the data folder, too large and too often read
-- for a table, and every computed time names the version it was computed on. Rows stay when their files go, so that an old answer can
-- still say which data it was from.
CREATE TABLE road_graph (
  version       text PRIMARY KEY CHECK (version ~ '^[0-9A-Za-z-]+$'),
  file_name     text NOT NULL,
  sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  data_date     timestamptz,                               -- NULL: the file does not say
  imported_at   timestamptz NOT NULL,
  imported_by   text NOT NULL,
  junctions     integer NOT NULL,
  roads         integer NOT NULL,
  west          double precision NOT NULL,
  south         double precision NOT NULL,
  east          double precision NOT NULL,
  north         double precision NOT NULL,
  attribution   text NOT NULL,
  licence       text NOT NULL,
  demonstration boolean NOT NULL
);
CREATE INDEX road_graph_newest ON road_graph (imported_at DESC);
