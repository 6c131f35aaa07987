-- Public features of one layer in the order of their ids, as a sitemap names them.
SELECT id, updated_at FROM ${relation} WHERE ${public} ORDER BY id LIMIT :limit OFFSET :offset
