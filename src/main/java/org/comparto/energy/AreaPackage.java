package org.comparto.energy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.comparto.encoding.About;
import org.comparto.encoding.Encoding;
import org.comparto.feature.FeatureQuery;
import org.comparto.gdal.WorkFolder;
import org.comparto.layer.Layer;
import org.comparto.style.LayerStyles;

/**
 * Energy areas as somebody else can use them at once: the data in one format, the layer's style for other programs, the licence, and in both
 * languages what it all is and of when. Everything is made before the first byte is sent.
 */
final class AreaPackage implements AutoCloseable {

  private final WorkFolder work = WorkFolder.create();
  private final Path zip = work.path().resolve("package.zip");

  /** @param about by language: it and en */
  AreaPackage(Encoding encoding, FeatureQuery query, Map<String, About> about, long count) throws IOException {
    Layer layer = query.layer();
    String name = layer.id() + "." + (encoding.id().equals("shp") ? "shp" : encoding.extension());
    Path data = work.path().resolve("data");
    try (OutputStream out = Files.newOutputStream(data)) {
      encoding.write(query, about.get("it"), out);
    }
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
      if (encoding.id().equals("shp")) {
        addAll(out, data);
      } else {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(data, out);
      }
      add(out, layer.id() + ".qml", LayerStyles.qml(layer, "it", attribute -> encoding.column(query.attributes(), attribute)));
      add(out, layer.id() + ".sld", LayerStyles.sld(layer, "it", attribute -> encoding.column(query.attributes(), attribute)));
      add(out, "LICENCE.txt", licence(layer));
      for (Map.Entry<String, About> language : about.entrySet()) {
        add(out, language.getKey().equals("it") ? "LEGGIMI.txt" : "README.txt", text(language.getKey(), Map.of("about", language.getValue().text(), "count",
            String.valueOf(count), "data", name, "format", encoding.title().in(language.getKey()), "names", names(encoding, language.getKey()))));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  void copyTo(OutputStream out) throws IOException {
    Files.copy(zip, out);
  }

  @Override
  public void close() {
    work.close();
  }

  /** What a Shapefile consists of lies in the package itself, where programs find its parts and the style beside each other. */
  private static void addAll(ZipOutputStream out, Path inner) throws IOException {
    try (ZipFile files = new ZipFile(inner.toFile(), StandardCharsets.UTF_8)) {
      for (ZipEntry entry : files.stream().filter(one -> !one.getName().equals("README.txt")).toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        files.getInputStream(entry).transferTo(out);
      }
    }
  }

  private static void add(ZipOutputStream out, String name, String content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String names(Encoding encoding, String language) {
    boolean shortened = encoding.id().equals("shp");
    return language.equals("it") ? shortened ? "names.csv dice che cosa sta dietro ai nomi abbreviati." : "i titoli sono nella pagina dello strato."
        : shortened ? "names.csv says what the short names stand for." : "the layer's page has their titles.";
  }

  private static String licence(Layer layer) {
    String terms = layer.licence() == null ? "Licenza non indicata / licence not stated" : layer.licence().name() + "\n" + layer.licence().href();
    return terms + "\n\nFonte: " + layer.source().it() + "\nSource: " + layer.source().en() + "\n";
  }

  private static String text(String language, Map<String, String> values) {
    try (InputStream in = AreaPackage.class.getResourceAsStream("/energy/package." + language + ".txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("{" + value.getKey() + "}", value.getValue());
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The formats of which a package is made, the first by default. */
  static final List<String> FORMATS = List.of("gpkg", "shp", "geojson", "kml", "csv");
}
