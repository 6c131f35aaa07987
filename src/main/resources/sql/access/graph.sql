INSERT INTO access_graph (version, dated, source, demonstration) VALUES (:version, :dated, :source, :demonstration) ON CONFLICT DO NOTHING
