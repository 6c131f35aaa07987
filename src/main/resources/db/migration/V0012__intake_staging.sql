-- Where files land before anything of them becomes a feature, and what is wrong with their rows.

-- A table load_<id> per load, made and dropped by the application; nothing here is worth a backup.
CREATE SCHEMA staging;

CREATE TABLE load_problem (
  load_id    bigint NOT NULL,
  row_number bigint NOT NULL,                       -- of the source, from 1
  code       text NOT NULL,
  severity   text NOT NULL CHECK (severity IN ('reject', 'repair', 'warning')),
  reason     text NOT NULL,
  field      text,
  lon        double precision,
  lat        double precision
);
CREATE INDEX load_problem_load ON load_problem (load_id, code, row_number);

-- Why a geometry is not valid; an exception is a reason like any other.
CREATE FUNCTION geometry_fault(g geometry) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ST_IsValidReason(g);
EXCEPTION WHEN OTHERS THEN
  RETURN SQLERRM;
END $$;

-- The valid geometry of the same kind that is nearest to g; NULL if nothing of that kind is left, or nothing helps.
CREATE FUNCTION mended_geometry(g geometry) RETURNS geometry LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  mended geometry;
BEGIN
  mended := ST_MakeValid(g);
  IF GeometryType(g) <> 'GEOMETRYCOLLECTION' THEN
    mended := ST_CollectionExtract(mended, ST_Dimension(g) + 1);
  END IF;
  RETURN CASE WHEN NOT ST_IsEmpty(mended) AND ST_IsValid(mended) THEN mended END;
EXCEPTION WHEN OTHERS THEN
  RETURN NULL;
END $$;
