-- How the installation is used, by month: counts only. No address, no session, no value of a filter, nothing that leads to
-- a person; several instances add to the same row.
CREATE TABLE usage_count (
  month     date NOT NULL CHECK (extract(day FROM month) = 1),
  kind      text NOT NULL CHECK (kind IN ('search', 'filter', 'plot_view', 'fact_sheet', 'inquiry')),
  plot_id   bigint NOT NULL DEFAULT 0,                     -- 0: of no plot
  attribute text NOT NULL DEFAULT '',                      -- the name of an attribute that was filtered by
  count     bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (month, kind, plot_id, attribute)
);
CREATE INDEX usage_count_plot ON usage_count (plot_id) WHERE plot_id <> 0;

-- Pictures and documents of a zone, as plots have them: [{title_it, title_en, href, kind: photo | document}]
ALTER TABLE industrial_zone ADD COLUMN attachments jsonb;
