-- A photo that a public plot shows.
SELECT photo.jpeg
FROM plot_offer_photo AS photo JOIN plot_offer AS offer ON offer.id = photo.offer_id JOIN plot ON plot.id = offer.plot_id
WHERE photo.id = CAST(:id AS uuid) AND plot.publication_status = 'published'
  AND plot.attachments @> jsonb_build_array(jsonb_build_object('href', '/api/offers/photos/' || CAST(:id AS text)))
