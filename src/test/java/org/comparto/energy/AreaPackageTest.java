package org.comparto.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.style.LayerStyles;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Approved areas as a package: other programs read the data and draw them as the map does. */
@IntegrationTest
class AreaPackageTest {

  /** The children of a Rule in the order in which se/1.1.0/FeatureStyle.xsd wants them. */
  private static final List<String> ORDER = List.of("Name", "Description", "LegendGraphic", "Filter", "ElseFilter", "MinScaleDenominator", "MaxScaleDenominator",
      "LineSymbolizer", "PolygonSymbolizer", "PointSymbolizer");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Layers layers;
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"gpkg, EPSG:32632, energy_area.gpkg", "shp,, energy_area.shp", "geojson,, energy_area.geojson", "kml,, energy_area.kml", "csv, 7791, energy_area.csv"})
  void holdsDataStyleLicenceAndReadme(String format, String crs, String data) throws Exception {
    Http.Answer answer = Http.get(port, "/api/energy/areas/package?f=" + format + (crs == null ? "" : "&crs=" + crs));
    Map<String, byte[]> files = unpack(answer);
    assertThat(files).containsKeys(data, "energy_area.qml", "energy_area.sld", "LICENCE.txt", "LEGGIMI.txt", "README.txt");
    long marked = db.sql("SELECT count(*) FROM energy_area WHERE marking_status = 'marked' AND publication_status = 'published'").query(Long.class).single();
    assertThat(text(files, "README.txt")).contains("Demonstration, not official", "Areas in this file: " + marked, "Extracted at: 20", "marking_status IN ('marked')", "not a legal opinion");
    assertThat(text(files, "LEGGIMI.txt")).contains("Dati dimostrativi, non ufficiali", "non un parere legale").doesNotContain("{");
    assertThat(text(files, "LICENCE.txt")).contains("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/");
    String info = ogrinfo(folder.resolve(data));
    assertThat(info).contains("Feature Count: " + marked);
    if (!format.equals("csv")) {
      assertThat(info).contains(format.equals("kml") || format.equals("geojson") ? "ID[\"EPSG\",4326]" : "ID[\"EPSG\",32632]");
    }
    assertThat(text(files, "energy_area.qml")).contains("attr=\"" + (format.equals("shp") ? "eligibilit" : "eligibility") + "\"");
    assertThat(info).contains(format.equals("shp") ? "eligibilit:" : "eligibility");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"f=xlsx | f", "crs=1 | crs", "f=kml&crs=32632 | crs", "status=sold | status"})
  void whatCanNotBeMadeIsRefused(String query, String parameter) {
    Http.Answer answer = Http.get(port, "/api/energy/areas/package?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void theCollectionPageLeadsThere() {
    String page = Http.get(port, "/ogc/collections/energy_area?f=html&lang=it").text();
    assertThat(page).contains("/api/energy/areas/package?f=shp", "Aree approvate con stile");
    assertThat(Http.get(port, "/ogc/collections/plot?f=html").text()).doesNotContain("areas/package");
  }

  /** Of every layer, and where QGIS is installed by QGIS itself. */
  @Test
  void everyLayersStyleIsUnderstoodByOtherPrograms() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Layer layer : layers.all()) {
      String sld = LayerStyles.sld(layer, "en", UnaryOperator.identity());
      Element root = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new InputSource(new StringReader(sld))).getDocumentElement();
      var rules = root.getElementsByTagNameNS("http://www.opengis.net/se", "Rule");
      assertThat(rules.getLength()).as(layer.id()).isEqualTo(layer.style().values().size() + 1);
      for (int i = 0; i < rules.getLength(); i++) {
        int last = -1;
        for (Node child = rules.item(i).getFirstChild(); child != null; child = child.getNextSibling()) {
          int place = ORDER.indexOf(child.getLocalName());
          assertThat(place).as("%s: %s", layer.id(), child.getLocalName()).isGreaterThanOrEqualTo(Math.max(last, 0));
          last = place;
        }
      }
      Files.writeString(folder.resolve(layer.id() + ".sld"), sld);
      Files.writeString(folder.resolve(layer.id() + ".qml"), LayerStyles.qml(layer, "en", UnaryOperator.identity()));
      String kind = switch (layer.geometry()) {
        case POINT -> "Point";
        case LINE -> "LineString";
        default -> "Polygon";
      };
      lines.add(layer.id() + " " + kind + " " + (layer.style().by() == null ? "-" : layer.style().by()) + " " + layer.style().values().size());
    }
    Path python = Path.of("/usr/bin/python3");
    if (Files.exists(Path.of("/usr/lib/python3/dist-packages/qgis")) && Files.exists(python)) {
      Files.write(folder.resolve("layers.txt"), lines);
      Files.writeString(folder.resolve("load.py"), """
          from qgis.core import QgsApplication, QgsVectorLayer
          app = QgsApplication([], False)
          app.initQgis()
          for line in open('layers.txt'):
              name, kind, by, signs = line.split()
              layer = QgsVectorLayer(kind + '?crs=EPSG:4326' + ('' if by == '-' else '&field=' + by + ':string'), name, 'memory')
              said, loaded = layer.loadNamedStyle(name + '.qml')
              renderer = layer.renderer()
              assert loaded, (name, said)
              if by == '-':
                  assert renderer.type() == 'singleSymbol', (name, renderer.type())
              else:
                  assert renderer.type() == 'categorizedSymbol' and renderer.classAttribute() == by, name
                  categories = renderer.categories()  # kept: a symbol goes with the list that it is of
                  assert len(categories) == int(signs) + 1, name
                  assert all(category.symbol() is not None and category.symbol().symbolLayerCount() > 0 for category in categories), name
              if name == 'energy_area':
                  symbol = categories[0].symbol()
                  print(categories[0].label(), symbol.symbolLayer(0).fillColor().name(), [part.layerType() for part in symbol.symbolLayers()], flush=True)
              said, loaded = layer.loadSldStyle(name + '.sld')
              assert not loaded or by is not None, (name, said)
              renderer = layer.renderer()
              assert renderer.type() == ('singleSymbol' if by == '-' else 'RuleRenderer'), (name, renderer.type())
              if by != '-':
                  assert len(renderer.rootRule().children()) == int(signs) + 1, name
          print('all loaded', flush=True)
          """);
      assertThat(run(folder, python.toString(), "load.py")).contains("Suitable #f0e442 ['SimpleFill', 'PointPatternFill', 'SimpleLine']", "all loaded");
    }
  }

  private Map<String, byte[]> unpack(Http.Answer answer) throws IOException {
    assertThat(answer.status()).as(answer.status() == 200 ? "" : answer.text()).isEqualTo(200);
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
        Files.write(folder.resolve(entry.getName()), files.get(entry.getName()));
      }
    }
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private String ogrinfo(Path file) throws Exception {
    return run(folder, "ogrinfo", "-ro", "-so", "-al", file.toString());
  }

  private static String run(Path folder, String... line) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("QT_QPA_PLATFORM", "offscreen");
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }
}
