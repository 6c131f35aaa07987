package org.comparto.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Which source field probably means which attribute: by the attribute's name, its titles in both languages, and known synonyms. */
final class Suggestion {

  private static final Map<String, List<String>> SYNONYMS = readSynonyms();

  /** By these a record is known where a file has no code: numbers that a register gives to one firm. */
  private static final List<String> NUMBERS = List.of("vat_number", "tax_code", "rea_code");

  private Suggestion() {}

  /** Target attribute → source field, in the order of the attributes; no field is used twice. */
  static Map<String, String> mapping(Layer layer, List<String> fields) {
    Map<String, String> found = new LinkedHashMap<>();
    Set<String> free = new HashSet<>(fields);
    List<Attribute> attributes = layer.fillableAttributes();
    // what is surest first: an attribute's own name and titles of all attributes, before anybody's synonyms
    for (Attribute a : attributes) {
      take(a.name(), List.of(a.name(), a.title().it(), a.title().en()), fields, free, found);
    }
    for (Attribute a : attributes) {
      if (!found.containsKey(a.name())) {
        take(a.name(), SYNONYMS.getOrDefault(a.name(), List.of()), fields, free, found);
      }
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    attributes.stream().map(Attribute::name).filter(found::containsKey).forEach(name -> ordered.put(name, found.get(name)));
    return ordered;
  }

  /** Attributes by which rows probably find their records, the likeliest first; empty where nothing that is mapped tells them apart. */
  static List<String> keys(Map<String, String> mapping) {
    return mapping.containsKey("code") ? List.of("code") : NUMBERS.stream().filter(mapping::containsKey).toList();
  }

  /** The field that probably holds an attribute which every layer has. */
  static Optional<String> common(String attribute, List<String> fields) {
    Map<String, String> found = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(List.of(attribute));
    names.addAll(SYNONYMS.getOrDefault(attribute, List.of()));
    take(attribute, names, fields, new HashSet<>(fields), found);
    return Optional.ofNullable(found.get(attribute));
  }

  /** In the order of the names: the first name is the likeliest. */
  private static void take(String attribute, List<String> names, List<String> fields, Set<String> free, Map<String, String> found) {
    for (String name : names) {
      String wanted = Words.comparable(withoutUnit(name));
      for (String field : fields) {
        if (free.contains(field) && !wanted.isEmpty()
            && (Words.comparable(field).equals(wanted) || Words.comparable(withoutUnit(field)).equals(wanted))) {
          found.put(attribute, field);
          free.remove(field);
          return;
        }
      }
    }
  }

  /** "Superficie fondiaria (SF)" is found as "superficie fondiaria". */
  private static String withoutUnit(String title) {
    return title.replaceAll("[(\\[].*?[)\\]]", "");
  }

  private static Map<String, List<String>> readSynonyms() {
    try (InputStream in = Suggestion.class.getResourceAsStream("/gis-data/intake/synonyms.yaml")) {
      return new YAMLMapper().readValue(in, new TypeReference<Map<String, List<String>>>() {}).entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
