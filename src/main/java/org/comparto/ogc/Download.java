package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.comparto.encoding.About;
import org.comparto.encoding.Encoding;
import org.comparto.feature.FeatureQuery;
import org.comparto.layer.Layer;
import org.comparto.problem.HalfSentException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Features as a file: what it is called, what is said about it in headers, and its bytes. A file that breaks off on its way
 * breaks the connection, so that half of one is never taken for whole.
 */
record Download(Encoding encoding, FeatureQuery query, About about) {

  private static final String NOTICE = "Comparto-Notice";

  /**
   * @param parameters of the question; those that select features are named in the file
   * @param demonstration whether the layer holds synthetic data
   */
  static Download of(Encoding encoding, FeatureQuery query, Map<String, String> parameters, boolean demonstration, HttpServletRequest request) {
    List<String> filter = parameters.entrySet().stream().filter(parameter -> !ItemsQuestion.SHAPING.contains(parameter.getKey()))
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue()).toList();
    About about = new About(query.layer(), filter, query.crs(), Instant.now(), demonstration,
        Link.to("/ogc/collections/" + query.layer().id()), RequestContextUtils.getLocale(request).getLanguage());
    return new Download(encoding, query, about);
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    setHeaders(response);
    try {
      if (encoding.isText()) {
        Compressed out = new Compressed(request, response);
        encoding.write(query, about, out);
        out.close();
      } else {
        encoding.write(query, about, response.getOutputStream());
      }
    } catch (IOException | RuntimeException e) {
      if (response.isCommitted()) {
        throw new HalfSentException(e);
      }
      takeBack(response);
      throw e;
    }
  }

  private void setHeaders(HttpServletResponse response) {
    Layer layer = query.layer();
    response.setContentType(encoding.mediaType());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(fileName()).build().toString());
    response.addHeader(HttpHeaders.LINK, "<" + about.address() + ">; rel=\"collection describedby\"");
    if (layer.licence() != null) {
      response.addHeader(HttpHeaders.LINK, "<" + layer.licence().href() + ">; rel=\"license\"");
    }
    if (about.demonstration()) {
      response.setHeader(NOTICE, "demonstration, not official");
    }
  }

  /** Nothing was sent: what follows is a problem and not a file. */
  private static void takeBack(HttpServletResponse response) {
    response.resetBuffer();
    for (String header : List.of(HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.LINK, NOTICE, HttpHeaders.CONTENT_ENCODING)) {
      response.setHeader(header, null);
    }
  }

  /** For instance {@code comparto_lotti_dati-dimostrativi_selezione_epsg3035_2026-11-22.csv}. */
  private String fileName() {
    boolean italian = !about.language().equals("en");
    StringJoiner name = new StringJoiner("_", "", "." + encoding.extension()).add("comparto").add(plain(query.layer().title().in(about.language())));
    if (about.demonstration()) {
      name.add(italian ? "dati-dimostrativi" : "demonstration-data");
    }
    if (!about.filter().isEmpty()) {
      name.add(italian ? "selezione" : "selection");
    }
    if (query.crs().srid() != 4326) {
      name.add("epsg" + query.crs().srid());
    }
    return name.add(about.at().atZone(ZoneOffset.UTC).toLocalDate().toString()).toString();
  }

  private static String plain(String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? "dati" : plain.substring(0, Math.min(plain.length(), 60));
  }
}
