-- A page of the worklist, what moved last first.
SELECT id, layer_id AS layer, feature_id AS feature, kind, state, title, author, territory_code AS territory, municipality_code AS municipality,
       version, created_at, updated_at, updated_by
FROM proposal
WHERE ${condition}
ORDER BY updated_at DESC, id DESC
LIMIT :limit
