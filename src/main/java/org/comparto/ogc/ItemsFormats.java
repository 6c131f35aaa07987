package org.comparto.ogc;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.comparto.encoding.Encodings;
import org.comparto.feature.Features;
import org.comparto.layer.LayerFigures;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms in which features are answered at /items: the beans of {@link ItemsFormat}, and the encodings. GeoJSON is the default. */
@Component
class ItemsFormats {

  static final String DEFAULT = "json";

  private final List<ItemsFormat> formats;

  ItemsFormats(List<ItemsFormat> formats, Encodings encodings, Features features, LayerFigures figures) {
    Stream<ItemsFormat> encoded = encodings.all().stream().filter(encoding -> !encoding.id().equals(DEFAULT))
        .map(encoding -> new EncodedItems(encoding, features, figures));
    this.formats = Stream.concat(formats.stream(), encoded)
        .sorted(Comparator.comparing((ItemsFormat format) -> !format.name().equals(DEFAULT)).thenComparing(ItemsFormat::name)).toList();
  }

  /** All there are, the default first. */
  List<ItemsFormat> all() {
    return formats;
  }

  /**
   * The form that a caller asks for.
   *
   * @throws InvalidInputException if f names none
   */
  ItemsFormat choose(@Nullable String f, @Nullable String accept) {
    return Negotiation.choose(formats, ItemsFormat::name, ItemsFormat::mediaTypes, f, accept);
  }
}
