-- A new proposal; none if its author has sent it before.
INSERT INTO proposal (client_key, layer_id, feature_id, kind, state, author, writers, territory_code, municipality_code, title, properties, geom,
                      base_version, note, updated_by)
VALUES (CAST(:key AS uuid), :layer, :feature, :kind, :state, :author, ARRAY[:author], :territory, :municipality, :title, CAST(:properties AS jsonb),
        CAST(:shape AS geometry), :base, :note, :author)
ON CONFLICT (author, client_key) DO NOTHING
RETURNING id
