-- What one change did to the plots that meet a search, or met it before: kinds by what is public only.
INSERT INTO saved_search_event (search_id, change_id, plot_id, at, kinds, meets, price_before, price_after, status_before, status_after)
SELECT :search, :change, id, :at, kinds, meets_after, price_before, price_after, status_before, status_after
FROM (
  SELECT id, coalesce(a.meets, false) AS meets_after,
         CASE WHEN b.shown THEN b.price_eur_m2 END AS price_before, CASE WHEN a.shown THEN a.price_eur_m2 END AS price_after,
         CASE WHEN b.shown THEN b.status END AS status_before, CASE WHEN a.shown THEN a.status END AS status_after,
         array_remove(ARRAY[
           CASE WHEN a.meets AND NOT coalesce(b.meets, false) THEN 'new' END,
           CASE WHEN a.shown AND b.shown AND a.price_eur_m2 IS DISTINCT FROM b.price_eur_m2 THEN 'price' END,
           CASE WHEN b.shown AND (a.shown IS NULL OR a.status IS DISTINCT FROM b.status) THEN 'status' END,
           CASE WHEN a.shown AND b.shown AND (a.content IS DISTINCT FROM b.content OR a.geom::bytea <> b.geom::bytea) THEN 'changed' END], NULL) AS kinds
  FROM (SELECT id, true AS shown, coalesce(${matching}, false) AS meets, price_eur_m2, status, geom, ${content} AS content
        FROM plot_before WHERE ${public}) AS b
  FULL JOIN (SELECT id, true AS shown, coalesce(${matching}, false) AS meets, price_eur_m2, status, geom, ${content} AS content
             FROM plot_after WHERE ${public}) AS a USING (id)
  WHERE a.meets OR b.meets
) AS seen
WHERE kinds && CAST(:events AS text[])
ON CONFLICT DO NOTHING
