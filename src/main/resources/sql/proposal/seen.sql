-- What somebody may see: their own, and what lies where they work.
(writers && string_to_array(:names, ',')
 OR :places AND (CAST(:territory AS text) IS NULL OR territory_code = :territory)
    AND (CAST(:municipality AS text) IS NULL OR municipality_code = :municipality)
    AND (CAST(:layers AS text) IS NULL OR layer_id = ANY (string_to_array(:layers, ','))))
