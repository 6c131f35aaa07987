-- The hosts of one layer that meet a question. What is NULL is not asked for; a limit that a host does not state excludes nobody.
SELECT host.id, host.name, host.geom
FROM ${relation} AS host
WHERE ${hosting}
  AND (CAST(:west AS float8) IS NULL OR host.geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
       OR CAST(:far_east AS float8) IS NOT NULL AND host.geom && ST_MakeEnvelope(-180, :south, :far_east, :north, 4326))
  AND (CAST(:territories AS text[]) IS NULL OR territory_code = ANY (:territories))
  AND (CAST(:municipalities AS text[]) IS NULL OR municipality_code = ANY (:municipalities))
  AND (CAST(:ateco_2007 AS text[]) IS NULL OR EXISTS (SELECT FROM unnest(${ateco_codes}) AS code
         WHERE code LIKE ANY (CASE ${ateco_version} WHEN '2007' THEN CAST(:ateco_2007 AS text[]) ELSE CAST(:ateco_2025 AS text[]) END)))
  AND (CAST(:chains AS text[]) IS NULL OR ${production_chain} = ANY (:chains))
  AND (CAST(:themes AS text[]) IS NULL OR visit_themes && CAST(:themes AS text[]))
  AND (CAST(:levels AS text[]) IS NULL OR visit_groups && CAST(:levels AS text[]))
  AND (CAST(:languages AS text[]) IS NULL OR visit_languages && CAST(:languages AS text[]))
  AND (CAST(:kinds AS text[]) IS NULL OR ${kind} = ANY (:kinds))
  AND (CAST(:people AS integer) IS NULL OR coalesce(visit_min_people, 0) <= :people AND coalesce(visit_max_people, :people) >= :people)
  AND (CAST(:age AS integer) IS NULL OR coalesce(visit_min_age, 0) <= :age)
  AND (NOT :wheelchair OR visit_wheelchair)
  AND (NOT :lunch OR visit_lunch)
  AND (NOT :coach OR coach_parking)
  AND (CAST(:coach_height AS numeric) IS NULL OR coalesce(coach_max_height_m, :coach_height) >= :coach_height)
  AND (CAST(:coach_length AS numeric) IS NULL OR coalesce(coach_max_length_m, :coach_length) >= :coach_length)
  AND (CAST(:words AS text) IS NULL OR host.search_text LIKE search_form(:words))
  -- which hours hold on the day is told by whoever asks; blackout days are days, or two days with a stroke between them
  AND (CAST(:day AS date) IS NULL
       OR (visit_hours, coalesce(visit_season, '')) IN (SELECT * FROM unnest(CAST(:open_hours AS text[]), CAST(:open_seasons AS text[])))
          AND NOT EXISTS (SELECT FROM unnest(visit_blackout) AS days
                          WHERE :day BETWEEN CAST(left(days, 10) AS date) AND CAST(right(days, 10) AS date)))
