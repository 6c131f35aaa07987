-- An invented theme route along invented places to visit, so that the gallery has something to show; labelled as demonstration like everything else of it.
WITH wanted (place, code, about) AS (VALUES
  (1, 'VIS-CR-01', '{"it": "Strumenti, forme e attrezzi: come nasce un violino.", "en": "Instruments, moulds and tools: how a violin is made."}'::jsonb),
  (2, 'VIS-CR-03', '{"it": "Che cosa fanno oggi, con il suono e con i dati, le imprese giovani della città.", "en": "What the young firms of the town make today of sound and of data."}'),
  (3, 'VIS-CR-04', '{"it": "Una pausa accanto alla darsena.", "en": "A pause beside the dock."}'),
  (4, 'VIS-CR-02', '{"it": "Le chiatte, le gru e il canale che porta al Po.", "en": "Barges, cranes and the canal that leads to the Po."}')),
stops AS (
  SELECT count(*) AS number, jsonb_agg(jsonb_build_object('host', visit_place.id, 'lon', round(ST_X(geom)::numeric, 6), 'lat', round(ST_Y(geom)::numeric, 6),
      'name', jsonb_build_object('it', name, 'en', coalesce(name_en, name)), 'text', about) ORDER BY place) AS list
  FROM wanted JOIN visit_place USING (code) WHERE visit_place.demonstration AND publication_status = 'published' AND consented_groups @> ARRAY['identity', 'visit']),
route AS (
  SELECT jsonb_build_object(
    'title', '{"it": "Dal liutaio al Po (dimostrazione)", "en": "From the violin maker to the Po (demonstration)"}'::jsonb,
    'teaser', '{"it": "Mezza giornata a Cremona: legno, dati, acqua.", "en": "Half a day in Cremona: wood, data, water."}'::jsonb,
    'text', jsonb_build_object(
      'it', E'Itinerario inventato per mostrare come si presenta un itinerario a tema: luoghi, orari e testi non sono ufficiali.\n\nSi comincia in centro, tra gli strumenti ad arco, si passa dal polo tecnologico e si scende verso il porto fluviale, con una pausa per il pranzo.',
      'en', E'An invented route that shows what a theme route looks like: places, hours and texts are not official.\n\nIt begins in the centre among string instruments, passes the technology hub and goes down to the river port, with a pause for lunch.'),
    'season', '{"it": "Da marzo a novembre", "en": "March to November"}'::jsonb,
    'theme', 'artisans', 'profile', 'car', 'minutes', 300, 'stops', list) AS document
  FROM stops WHERE number >= 2),
made AS (
  INSERT INTO theme_route (document, published, published_at, demonstration, author_name)
  SELECT document, document, now(), true, 'demonstration' FROM route
  RETURNING id)
INSERT INTO theme_picture (theme_id, alt_it, alt_en, credit, licence, href)
SELECT id, 'Disegno: un violino davanti al fiume, con pioppi, una chiatta e una gru', 'Drawing: a violin before the river, with poplars, a barge and a crane', 'Comparto', 'CC BY 4.0', '/img/themes/cremona.svg'
FROM made
