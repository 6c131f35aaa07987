package org.comparto.energy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.crs.Crs;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.encoding.About;
import org.comparto.encoding.Encoding;
import org.comparto.encoding.Encodings;
import org.comparto.encoding.OfferedFile;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.Features;
import org.comparto.filter.FilterLanguage;
import org.comparto.filter.Filters;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Layers;
import org.comparto.layer.Localized;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The package of approved areas: published energy areas that are marked or built, as data with style, licence and readme. */
@RestController
class AreaPackageController {

  private static final String PATH = "/api/energy/areas/package";
  private static final String LAYER = "energy_area";
  /** What GSE wants vector data in (DOMAIN 2.1). */
  private static final int OF_SHAPEFILES = 32632;

  private final Layers layers;
  private final LayerFigures figures;
  private final Filters filters;
  private final Features features;
  private final Encodings encodings;
  private final ReadingPlaces places;

  AreaPackageController(Layers layers, LayerFigures figures, Filters filters, Features features, Encodings encodings, ReadingPlaces places) {
    this.layers = layers;
    this.figures = figures;
    this.filters = filters;
    this.features = features;
    this.encodings = encodings;
    this.places = places;
  }

  @GetMapping(PATH)
  void make(@RequestParam(defaultValue = "gpkg") String f, @RequestParam(required = false) @Nullable String crs,
      @RequestParam(defaultValue = "marked") String status, @RequestParam(required = false) @Nullable String territory, HttpServletResponse response)
      throws IOException {
    Layer layer = layers.getLayer(LAYER, "layer");
    Encoding encoding = encodings.all().stream().filter(one -> AreaPackage.FORMATS.contains(f) && one.id().equals(f.equals("geojson") ? "json" : f)).findFirst().orElseThrow(() ->
        new InvalidInputException("f", "f is \"" + f + "\"; there are " + String.join(", ", AreaPackage.FORMATS)));
    String filter = filter(layer, status, territory);
    FeatureQuery query = FeatureQuery.all(layer).in(crs(crs, encoding))
        .meeting(filters.parse(layer, filter, FilterLanguage.TEXT, Crs.CRS84));
    encoding.check(query);
    Map<String, About> about = new LinkedHashMap<>();
    Instant now = Instant.now();
    for (String language : List.of("it", "en")) {
      about.put(language, new About(layer, List.of(filter), query.crs(), now, figures.of(layer).demonstration(),
          ServletUriComponentsBuilder.fromCurrentContextPath().path("/ogc/collections/" + LAYER).build().toUriString(), language));
    }
    try (ReadingPlaces.Place place = places.takeForAll(); AreaPackage made = new AreaPackage(encoding, query, about, features.count(query, figures.of(layer).revision()))) {
      response.setContentType("application/zip");
      response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
          .filename("comparto_aree_energia_" + f + "_" + now.atZone(ZoneId.of("Europe/Rome")).toLocalDate() + ".zip").build().toString());
      made.copyTo(response.getOutputStream());
    }
  }

  @Bean
  OfferedFile approvedAreas() {
    return new OfferedFile(LAYER, new Localized("Aree approvate con stile QML e SLD, licenza e note (ZIP, EPSG:32632)",
        "Approved areas with QML and SLD style, licence and notes (ZIP, EPSG:32632)"), PATH + "?f=shp&status=marked,built", "application/zip");
  }

  private static String filter(Layer layer, String status, @Nullable String territory) {
    List<String> known = layer.codes().get("marking_status").stream().map(Layer.Code::value).toList();
    List<String> wanted = Arrays.stream(status.split(",")).map(String::strip).distinct().toList();
    wanted.stream().filter(one -> !known.contains(one)).findFirst().ifPresent(one -> {
      throw new InvalidInputException("status", "status holds \"" + one + "\"; there are " + String.join(", ", known));
    });
    String marked = "marking_status IN (" + wanted.stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")";
    return territory == null ? marked : marked + " AND territory_code = " + Sql.literal(territory);
  }

  /** As people write it; without one what the format's readers expect. */
  private static Crs crs(@Nullable String asked, Encoding encoding) {
    String wanted = asked != null ? asked : encoding.id().equals("shp") ? String.valueOf(OF_SHAPEFILES) : Crs.CRS84.uri();
    return Crs.findNamed(wanted).orElseThrow(() ->
        new InvalidInputException("crs", "crs is \"" + wanted + "\"; there are "
            + Crs.all().stream().map(one -> String.valueOf(one.srid())).distinct().collect(Collectors.joining(", "))));
  }
}
