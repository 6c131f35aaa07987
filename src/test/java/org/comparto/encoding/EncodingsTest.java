package org.comparto.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layers;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What GDAL reads in a downloaded file is what SQL says is in the database: the same features, values, unknowns and shapes. */
@IntegrationTest
class EncodingsTest {

  private static final String PLOT = "UPDATE plot SET contact = :contact, owner_name = :secret, updated_at = :changed, "
      + "permitted_ateco = ARRAY['10', 'C;d'] WHERE id = (SELECT min(id) FROM plot)";
  private static final String CONTACT = "=HYPERLINK(\"x\"), città di\n\"prova\" <b>";
  private static final String SECRET = "Riservato allo sportello";

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @Autowired
  Layers layers;

  @TempDir
  Path folder;

  private Map<String, Object> before;

  @BeforeEach
  void makeOnePlotHard() {
    before = db.sql("SELECT id, contact, owner_name, updated_at, permitted_ateco FROM plot ORDER BY id LIMIT 1").query().singleRow();
    db.sql(PLOT).param("contact", CONTACT).param("secret", SECRET).param("changed", OffsetDateTime.parse("2026-03-01T10:20:30.5+01:00")).update();
  }

  @AfterEach
  void makeItAsItWas() {
    db.sql("UPDATE plot SET contact = :contact, owner_name = :owner_name, updated_at = :updated_at, permitted_ateco = :permitted_ateco WHERE id = :id")
        .params(before).update();
  }

  static Stream<Object[]> layersAndEncodings() {
    return Stream.of("plot", "gateway", "bottleneck", "company", "motorway", "protected_area")
        .flatMap(layer -> Stream.of("json,geojson", "geojsonseq,geojsonl", "gpkg,gpkg", "fgb,fgb", "shp,zip", "csv,csv", "kml,kml")
            .map(encoding -> new Object[] {layer, encoding.split(",")[0], encoding.split(",")[1]}));
  }

  @ParameterizedTest
  @MethodSource("layersAndEncodings")
  void everyEncodingHoldsWhatSqlSays(String layer, String encoding, String extension) throws Exception {
    ReadBack read = ReadBack.of(Http.get(port, "/ogc/collections/" + layer + "/download?f=" + encoding), extension, folder);
    requireAsInSql(layer, "true", 4326, encoding, read, 2e-7);
  }

  @ParameterizedTest
  @CsvSource({"gpkg,gpkg,3035", "fgb,fgb,6706", "shp,zip,3035", "csv,csv,7791", "gpkg,gpkg,3857", "shp,zip,6706"})
  void coordinatesHaveEastingOrLongitudeFirstInAnyReferenceSystem(String encoding, String extension, int srid) throws Exception {
    ReadBack read = ReadBack.of(Http.get(port, "/ogc/collections/gateway/download?f=" + encoding + "&crs=http://www.opengis.net/def/crs/EPSG/0/" + srid),
        extension, folder);
    requireAsInSql("gateway", "true", srid, encoding, read, srid == 6706 ? 2e-7 : 0.011);
    if (!encoding.equals("csv")) {
      String source = extension.equals("zip") ? "/vsizip/" + read.file() : read.file().toString();
      assertThat(ReadBack.run("ogrinfo", "-so", "-al", source)).contains(srid == 3035 ? "LAEA Europe" : srid == 6706 ? "RDN2008" : "Pseudo-Mercator");
    }
  }

  @ParameterizedTest
  @CsvSource({"json,geojson", "geojsonseq,geojsonl", "gpkg,gpkg", "fgb,fgb", "shp,zip", "csv,csv", "kml,kml"})
  void theSameFilterGivesTheSameRowsInEveryEncoding(String encoding, String extension) throws Exception {
    ReadBack read = ReadBack.of(Http.get(port, "/ogc/collections/plot/download?f=" + encoding + "&filter=status%3D'available'%20AND%20area_m2%3E3000"
        + "&bbox=7,44,11,46&properties=status,area_m2,price_eur_m2"), extension, folder);
    requireAsInSql("plot", "status = 'available' AND area_m2 > 3000 AND ST_Intersects(geom, ST_MakeEnvelope(7, 44, 11, 46, 4326))", 4326, encoding, read, 2e-7,
        "status", "area_m2", "price_eur_m2");
  }

  @ParameterizedTest
  @CsvSource({"json,geojson", "gpkg,gpkg", "fgb,fgb", "shp,zip", "csv,csv", "kml,kml"})
  void anEmptyResultIsAValidFile(String encoding, String extension) throws Exception {
    ReadBack read = ReadBack.of(Http.get(port, "/ogc/collections/plot/download?f=" + encoding + "&bbox=0,0,1,1"), extension, folder);
    assertThat(read.features()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"json", "geojsonseq", "gpkg", "fgb", "shp", "csv", "csv-it", "kml", "xlsx"})
  void whatOnlyTheDeskMayReadIsInNoEncoding(String encoding) {
    byte[] whole = Http.get(port, "/ogc/collections/plot/download?f=" + encoding).bytes();
    String seen = new String(encoding.equals("shp") || encoding.equals("xlsx") ? Zip.unpacked(whole) : whole, StandardCharsets.UTF_8);
    assertThat(seen).contains(db.sql("SELECT code FROM plot ORDER BY id LIMIT 1").query(String.class).single());
    assertThat(seen).doesNotContain(SECRET).doesNotContain("owner_name").doesNotContain("desk_notes");
  }

  private void requireAsInSql(String layer, String condition, int srid, String encoding, ReadBack read, double tolerance, String... only) {
    List<Attribute> attributes = layers.getLayer(layer, "layer").publicAttributes().stream()
        .filter(a -> a.consent() == null && (only.length == 0 || Arrays.asList(only).contains(a.name()))).toList();
    boolean thematic = db.sql("SELECT to_regclass(:layer) IS NULL").param("layer", layer).query(Boolean.class).single();
    List<String> arrays = new ArrayList<>(); // a function takes no more than 100 arguments, and each array that is put behind another is copied
    for (int from = 0; from < attributes.size(); from += 50) {
      arrays.add(attributes.subList(from, Math.min(from + 50, attributes.size())).stream().map(a -> "'" + a.name() + "'")
          .map(name -> thematic ? "coalesce(r -> " + name + ", r -> 'properties' -> " + name + ")" : "r -> " + name).collect(Collectors.joining(", ", "jsonb_build_array(", ")")));
    }
    String values = String.join(" || ", arrays);
    String relation = thematic ? "thematic_" + layer : layer;
    String published = "publication_status = 'published'" + (layer.equals("company") ? " AND 'identity' = ANY (consented_groups)" : "");
    Map<Long, JsonNode> expected = new TreeMap<>();
    // OFFSET 0: each record becomes JSON once and not once for every attribute
    db.sql("SELECT id, (" + values + ")::text AS value FROM (SELECT id, to_jsonb(t) - 'geom' - 'geom_3857' AS r FROM " + relation
        + " t WHERE " + published + " AND (" + condition + ") OFFSET 0) AS records")
        .query((row, n) -> expected.put(row.getLong(1), JsonMapper.shared().readTree(row.getString(2)))).list();
    assertThat(expected).isNotEmpty();
    assertThat(read.features().keySet()).isEqualTo(expected.keySet());
    List<String> names = names(encoding, attributes);
    List<String> different = new ArrayList<>();
    read.features().forEach((id, feature) -> {
      JsonNode row = expected.get(id);
      for (int i = 0; i < attributes.size(); i++) {
        boolean label = encoding.equals("kml") && attributes.get(i).name().equals("name");
        String wanted = plain(label && row.get(i).isNull() ? row.get(0) : row.get(i), attributes.get(i), encoding);
        String found = plain(feature.path("properties").path(names.get(i)), attributes.get(i), encoding);
        if (!Objects.equals(found, wanted)) {
          different.add(id + " " + attributes.get(i).name() + ": " + found + " instead of " + wanted);
        }
      }
    });
    assertThat(different).isEmpty();
    assertThat(db.sql("SELECT t.id FROM jsonb_each(CAST(:read AS jsonb)) AS r (id, shape) JOIN " + relation + " t ON t.id = r.id::bigint WHERE NOT "
        + "ST_HausdorffDistance(ST_Transform(t.geom, " + srid + "), ST_SetSRID(ST_GeomFromGeoJSON(r.shape), " + srid + ")) < :tolerance")
        .param("read", JsonMapper.shared().writeValueAsString(shapes(read))).param("tolerance", tolerance).query(Long.class).list())
        .as("shapes that differ").isEmpty();
  }

  private static Map<Long, JsonNode> shapes(ReadBack read) {
    return read.features().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, feature -> feature.getValue().path("geometry")));
  }

  /** A Shapefile's names are the first ten letters, counted where they are the same. */
  private static List<String> names(String encoding, List<Attribute> attributes) {
    if (!encoding.equals("shp")) {
      // a KML placemark has a name of its own, the code where there is none, and GDAL takes it for the attribute
      return attributes.stream().map(a -> encoding.equals("kml") && a.name().equals("name") ? "Name" : a.name()).toList();
    }
    Map<String, Integer> seen = new TreeMap<>();
    return attributes.stream().map(a -> {
      String ten = a.name().substring(0, Math.min(10, a.name().length()));
      int before = seen.merge(ten, 1, Integer::sum) - 1;
      return before == 0 ? ten : a.name().substring(0, Math.min(a.name().length(), before < 10 ? 8 : 7)) + "_" + before;
    }).toList();
  }

  /** A value as it can be compared: what a format can not tell apart is made the same. */
  private static String plain(JsonNode value, Attribute attribute, String encoding) {
    if (value.isMissingNode() || value.isNull() || value.asString("x").isEmpty()) {
      return null;
    }
    String text = value.isContainer() ? value.toString() : value.asString();
    return switch (attribute.type()) {
      case NUMBER, INTEGER -> new BigDecimal(text).setScale(9, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
      case BOOLEAN -> text.equals("1") || text.equals("true") ? "true" : "false";
      case DATE -> text.replace('/', '-').substring(0, 10);
      case DATETIME -> instant(text).truncatedTo(ChronoUnit.SECONDS).toString();
      case TEXT_LIST -> text.startsWith("[")
          ? StreamSupport.stream(JsonMapper.shared().readTree(text).spliterator(), false).map(JsonNode::asString).collect(Collectors.joining("; ")) : text;
      case JSON -> encoding.equals("shp") ? text.replaceAll("\\s", "").substring(0, Math.min(20, text.replaceAll("\\s", "").length()))
          : JsonMapper.shared().readTree(text).toString();
      case TEXT -> encoding.equals("csv") && text.startsWith("'") ? text.substring(1) : text;
    };
  }

  private static Instant instant(String text) {
    String iso = text.replace('/', '-').replace(' ', 'T').replaceFirst("\\+(\\d\\d)$", "+$1:00");
    return OffsetDateTime.parse(iso).toInstant();
  }
}
