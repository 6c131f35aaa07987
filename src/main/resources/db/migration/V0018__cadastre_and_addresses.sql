-- A parcel is looked up by municipality, sheet and number among millions, an address by words in any order: both need an index
-- of the form in which they are asked for.

-- Sheets and parcels are written with and without leading zeros.
CREATE FUNCTION cadastral_number(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT upper(ltrim(btrim(value), '0')) $$;

-- An address without accents and signs, what is usually abbreviated written out. Asked for each candidate of a search, hence the
-- short way for addresses that need nothing of it.
CREATE FUNCTION address_form(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  form text := btrim(translate(public.search_form(words), $q$'’$q$, '  '));
BEGIN
  IF form !~ '[^ a-z0-9/]|  |\m(v|pz?za|ple|vle|cso|lgo|str|vic|loc|fraz)\M' THEN
    RETURN form;
  END IF;
  form := regexp_replace(form, '^\s*v\.?\s', 'via ');
  form := regexp_replace(form, '\mp\.?\s?z?za\M\.?', 'piazza', 'g');
  form := regexp_replace(form, '\mp\.?\s?(?:za)?le\M\.?', 'piazzale', 'g');
  form := regexp_replace(form, '\mv\.?\s?le\M\.?', 'viale', 'g');
  form := regexp_replace(form, '\mc\.?\s?so\M\.?', 'corso', 'g');
  form := regexp_replace(form, '\ml\.?\s?go\M\.?', 'largo', 'g');
  form := regexp_replace(form, '\mstr\M\.?', 'strada', 'g');
  form := regexp_replace(form, '\mvic\M\.?', 'vicolo', 'g');
  form := regexp_replace(form, '\mloc\M\.?', 'localita', 'g');
  form := regexp_replace(form, '\mfraz\M\.?', 'frazione', 'g');
  form := regexp_replace(form, '\mn(?:[.°]|r\.|um\.)\s*(?=[0-9])', ' ', 'g');
  RETURN btrim(regexp_replace(form, '[^a-z0-9/]+', ' ', 'g'));
END $$;

-- Their descriptors are in gis-data/layers; made here so that they can be indexed.
SELECT create_thematic_layer('cadastral_parcel');
SELECT create_thematic_layer('address');

CREATE INDEX thematic_cadastral_parcel_reference ON thematic_cadastral_parcel
  ((properties ->> 'cadastral_code'), cadastral_number(properties ->> 'sheet'), cadastral_number(properties ->> 'parcel'));

CREATE INDEX thematic_address_words ON thematic_address USING gin
  (address_form(coalesce(name, '') || ' ' || coalesce(properties ->> 'house_number', '') || ' ' || coalesce(properties ->> 'city', '')) gin_trgm_ops);
CREATE INDEX plot_address ON plot USING gin (address_form(address) gin_trgm_ops);
CREATE INDEX company_address ON company USING gin (address_form(address) gin_trgm_ops);

-- By which a municipality is named in the cadastre.
CREATE INDEX municipality_cadastral_code ON municipality (cadastral_code);
