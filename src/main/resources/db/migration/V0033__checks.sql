-- What the checks of single features are made of (decision 0029), and an updated_at that tells two versions apart.

-- The UTM zone (WGS 84) in the middle of a shape: metres for shapes of the size of a territory, to 0.1 %. EPSG:4326 in.
CREATE FUNCTION metric_srid(shape geometry) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN ST_YMin(shape) + ST_YMax(shape) < 0 THEN 32701 ELSE 32601 END
         + least(59, greatest(0, floor(((ST_XMin(shape) + ST_XMax(shape)) / 2 + 180) / 6)))::integer
$$;

-- What of a shape is more than drawing noise: of areas the parts that are somewhere wider than this many metres and have more than a
-- square metre, of lines those longer than it, of points all. NULL if nothing. EPSG:4326 in and out.
CREATE FUNCTION beyond_noise(shape geometry, width double precision) RETURNS geometry LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ST_Collect(part)
  FROM (SELECT d.geom AS part, ST_Transform(d.geom, metric_srid(d.geom)) AS metric FROM ST_Dump(shape) AS d) AS parts
  WHERE NOT ST_IsEmpty(part)
    AND CASE ST_Dimension(part)
          WHEN 2 THEN ST_Area(metric) > 1 AND NOT ST_IsEmpty(ST_Buffer(metric, -width / 2, 'quad_segs=2'))
          WHEN 1 THEN ST_Length(metric) > width
          ELSE true END
$$;

-- What a neighbour covers, even where somebody stored it before shapes were checked.
CREATE FUNCTION sound_geometry(shape geometry) RETURNS geometry LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN ST_IsValid(shape) THEN shape ELSE ST_MakeValid(shape) END
$$;

-- What was sent, without heights, in the reference system and the order of axes that it came in; NULL if PostGIS can not read it.
CREATE FUNCTION geometry_of(json text, srid integer) RETURNS geometry LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(json)), srid);
EXCEPTION WHEN OTHERS THEN
  RETURN NULL;
END $$;

-- The same in EPSG:4326; NULL if it lies where its reference system has no places.
CREATE FUNCTION in_degrees(shape geometry) RETURNS geometry LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN CASE WHEN ST_SRID(shape) = 4326 THEN shape ELSE ST_Transform(shape, 4326) END;
EXCEPTION WHEN OTHERS THEN
  RETURN NULL;
END $$;

-- Whether a shape is another one written with six decimals of a degree, and nothing else. Both in EPSG:4326.
CREATE FUNCTION is_rounded_copy(shape geometry, original geometry) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT GeometryType(shape) = GeometryType(original) AND ST_NPoints(shape) = ST_NPoints(original)
         AND ST_OrderingEquals(shape, ST_GeomFromGeoJSON(ST_AsGeoJSON(shape, 6, 0)))
         AND NOT EXISTS (SELECT FROM ST_DumpPoints(shape) AS s FULL JOIN ST_DumpPoints(original) AS o ON s.path = o.path
                         WHERE (abs(ST_X(s.geom) - ST_X(o.geom)) <= 5.6e-7 AND abs(ST_Y(s.geom) - ST_Y(o.geom)) <= 5.6e-7) IS NOT TRUE)
$$;

-- Where a geometry is not valid; NULL where that is not known.
CREATE FUNCTION fault_place(shape geometry) RETURNS geometry LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (ST_IsValidDetail(shape)).location;
EXCEPTION WHEN OTHERS THEN
  RETURN NULL;
END $$;

-- As before, but of two versions of a record the later one has the later updated_at, by a millisecond at least: a client that knows no
-- ETag names the version that it has read by this value.
CREATE OR REPLACE FUNCTION stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_deriving() THEN
    RETURN NEW;
  END IF;
  NEW.change_id := current_change();
  IF NEW.version = OLD.version THEN
    -- a writer in SQL; JPA has raised the version and named the author already
    NEW.version := OLD.version + 1;
    NEW.updated_by := current_setting('comparto.author');
  END IF;
  NEW.updated_at := greatest(now(), OLD.updated_at + interval '1 millisecond');
  RETURN NEW;
END $$;
