-- Where a feature lies as one number, so that the features of a map tile are one stretch of a narrow index. Counting
-- 230,000 plots for a tile of low zoom read the whole wide table before; now it reads an index of 24 bytes a row.

-- The middle of a box in degrees as a Morton code: the bits of column and row of the WebMercatorQuad tile of zoom 28 that
-- holds it, mixed, the row's bit the higher one of each pair. All places of a tile z/x/y have the same first 2 z bits.
-- Mercator rows: EPSG method 1024; latitudes beyond the square are put at its edge. Numbers go in, not a geometry: what is
-- called while a dump is restored must not depend on the search path.
CREATE FUNCTION map_place(west double precision, south double precision, east double precision, north double precision)
RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  spread CONSTANT bytea := '\x00010405101114154041444550515455';   -- the bits of 0 to 15, each moved to twice its place
  x integer := least(greatest(floor(((west + east) / 720 + 0.5) * 268435456), 0), 268435455);
  y integer := least(greatest(floor((0.5 - (atanh(sin(radians(greatest(least(south, 85.06), -85.06))))
                                          + atanh(sin(radians(greatest(least(north, 85.06), -85.06))))) / (4 * pi())) * 268435456), 0), 268435455);
BEGIN
  RETURN ((get_byte(spread, x >> 24) + 2 * get_byte(spread, y >> 24))::bigint << 48)
       + ((get_byte(spread, x >> 20 & 15) + 2 * get_byte(spread, y >> 20 & 15))::bigint << 40)
       + ((get_byte(spread, x >> 16 & 15) + 2 * get_byte(spread, y >> 16 & 15))::bigint << 32)
       + ((get_byte(spread, x >> 12 & 15) + 2 * get_byte(spread, y >> 12 & 15))::bigint << 24)
       + ((get_byte(spread, x >> 8 & 15) + 2 * get_byte(spread, y >> 8 & 15))::bigint << 16)
       + ((get_byte(spread, x >> 4 & 15) + 2 * get_byte(spread, y >> 4 & 15))::bigint << 8)
       + (get_byte(spread, x & 15) + 2 * get_byte(spread, y & 15));
END $$;

-- Gives a relation of features its places: 2 µs a row. Only an index that holds all that a count asks for is read without
-- the table, hence a column and not an expression.
CREATE FUNCTION add_places(relation text, public_condition text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ADD COLUMN geom_place bigint GENERATED ALWAYS AS
                  (map_place(ST_XMin(geom::box2d), ST_YMin(geom::box2d), ST_XMax(geom::box2d), ST_YMax(geom::box2d))) STORED', relation);
  EXECUTE format('CREATE INDEX %1$s_place ON %1$I (geom_place) INCLUDE (id) WHERE %2$s', relation, public_condition);
END $$;

-- Partitions of thematic layers, those there are and those to come, get column and index from their parent.
SELECT add_places(relation, 'publication_status = ''published''')
FROM unnest(ARRAY['territory', 'municipality', 'industrial_zone', 'plot', 'logistics_zone', 'primary_substation_area', 'energy_area',
                  'bottleneck', 'gateway', 'thematic_feature']) AS relation;

-- Without consent to it, nobody may know that a company is there: the condition of its layer (gis-data/layers/company.yaml).
SELECT add_places('company', 'publication_status = ''published'' AND ''identity'' = ANY (consented_groups)');
