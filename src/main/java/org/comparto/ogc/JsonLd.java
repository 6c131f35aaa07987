package org.comparto.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What search engines may know of a page, in the words of schema.org, written so that no value can end the script element. */
public final class JsonLd {

  private static final String CONTEXT = "https://schema.org";

  private JsonLd() {}

  /** All collections as a catalogue of data. */
  static String catalogue(List<Layer> layers, String language) {
    Map<String, Object> catalogue = thing("DataCatalog", Link.to("/ogc/collections"), "Comparto");
    catalogue.put("inLanguage", language);
    catalogue.put("dataset", layers.stream().map(layer -> {
      Map<String, Object> dataset = thing("Dataset", Link.to("/ogc/collections/" + layer.id()), layer.title().in(language));
      dataset.put("description", layer.description().in(language));
      dataset.remove("@context");
      return dataset;
    }).toList());
    return write(catalogue);
  }

  /** A collection as a dataset, with where it lies and where to get it. */
  static String dataset(Layer layer, CollectionDocument document) {
    Map<String, Object> dataset = thing("Dataset", Link.to("/ogc/collections/" + layer.id()), document.title());
    dataset.put("description", document.description());
    dataset.put("isAccessibleForFree", true);
    dataset.put("includedInDataCatalog", Map.of("@type", "DataCatalog", "url", Link.to("/ogc/collections")));
    if (layer.licence() != null) {
      dataset.put("license", layer.licence().href());
    }
    if (document.extent() != null) {
      dataset.put("spatialCoverage", Map.of("@type", "Place", "geo", box(document.extent().spatial().bbox().get(0))));
    }
    dataset.put("distribution", document.links().stream().filter(l -> l.rel().equals("items"))
        .map(l -> Map.of("@type", "DataDownload", "encodingFormat", l.type(), "contentUrl", l.href())).toList());
    return write(dataset);
  }

  /** A feature as a place. */
  public static String place(String url, String name, String identifier, @Nullable String description, List<Double> bounds, String dataset) {
    Map<String, Object> place = thing("Place", url, name);
    place.put("identifier", identifier);
    if (description != null) {
      place.put("description", description);
    }
    boolean point = bounds.get(0).equals(bounds.get(2)) && bounds.get(1).equals(bounds.get(3));
    place.put("geo", point ? Map.of("@type", "GeoCoordinates", "latitude", bounds.get(1), "longitude", bounds.get(0)) : box(bounds));
    place.put("subjectOf", Map.of("@type", "Dataset", "url", dataset));
    return write(place);
  }

  /** A journey for visitors. @param stops in their order */
  public static String trip(String url, String name, String description, List<Stop> stops) {
    Map<String, Object> trip = thing("TouristTrip", url, name);
    trip.put("description", description);
    trip.put("itinerary", Map.of("@type", "ItemList", "itemListElement", IntStream.range(0, stops.size()).mapToObj(i -> Map.of("@type", "ListItem", "position", i + 1, "item",
        Map.of("@type", "Place", "name", stops.get(i).name(), "geo", Map.of("@type", "GeoCoordinates", "latitude", stops.get(i).lat(), "longitude", stops.get(i).lon())))).toList()));
    return write(trip);
  }

  /** A place on a journey. */
  public record Stop(String name, double lon, double lat) {}

  private static Map<String, Object> thing(String type, String url, String name) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@context", CONTEXT);
    thing.put("@type", type);
    thing.put("@id", url);
    thing.put("url", url);
    thing.put("name", name);
    return thing;
  }

  /** schema.org writes south west north east. */
  private static Map<String, Object> box(List<Double> bounds) {
    return Map.of("@type", "GeoShape", "box", bounds.get(1) + " " + bounds.get(0) + " " + bounds.get(3) + " " + bounds.get(2));
  }

  private static String write(Map<String, Object> thing) {
    return JsonMapper.shared().writeValueAsString(thing).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
