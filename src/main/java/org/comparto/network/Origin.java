package org.comparto.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Whose data a file is. A file in XML may say so in its first element; what says nothing, or names openstreetmap.org, is OpenStreetMap's.
 *
 * @param demonstration made by us: it says so itself
 */
record Origin(String attribution, String licence, boolean demonstration) {

  private static final Origin OPENSTREETMAP =
      new Origin("© OpenStreetMap contributors", "ODbL 1.0 (https://opendatacommons.org/licenses/odbl/1-0/)", false);
  private static final int HEAD_BYTES = 4096;
  private static final Pattern FIRST_ELEMENT = Pattern.compile("<osm\\s[^>]*>");

  static Origin of(Path file) throws IOException {
    Matcher element = FIRST_ELEMENT.matcher(head(file));
    String attribution = element.find() ? attribute(element.group(), "attribution") : "";
    if (attribution.isBlank() || attribution.toLowerCase(Locale.ROOT).contains("openstreetmap")) {
      return OPENSTREETMAP;
    }
    String licence = attribute(element.group(), "license");
    return new Origin(attribution, licence.isBlank() ? "not known" : licence, attribution.toLowerCase(Locale.ROOT).contains("demonstration"));
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(2);
      boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return new String((zipped ? new GZIPInputStream(in) : in).readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      return ""; // damaged: whoever imports it says so
    }
  }

  private static String attribute(String element, String name) {
    Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(element);
    return found.find() ? found.group(1).strip().replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">") : "";
  }
}
