package org.comparto.ogc;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

/** Chooses the form of an answer: {@code f} wins over Accept, and GeoJSON is what is meant where neither says anything that there is. */
@Component
class ItemsFormats {

  static final String DEFAULT = "json";

  private final List<ItemsFormat> formats;

  ItemsFormats(List<ItemsFormat> formats) {
    this.formats = formats.stream()
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
    if (f != null) {
      return formats.stream().filter(format -> format.name().equals(f)).findFirst().orElseThrow(() -> new InvalidInputException("f",
          "f is \"" + f + "\"; there are " + formats.stream().map(ItemsFormat::name).collect(Collectors.joining(", "))));
    }
    if (accept == null || accept.equals(MimeTypeUtils.ALL_VALUE)) {
      return formats.get(0);
    }
    return wanted(accept).stream().flatMap(type -> formats.stream().filter(format -> gives(format, type))).findFirst().orElse(formats.get(0));
  }

  /** The best first; an Accept that can not be read asks for nothing. */
  private static List<MediaType> wanted(String accept) {
    try {
      return MediaType.parseMediaTypes(accept).stream().filter(type -> type.getQualityValue() > 0)
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed()).toList();
    } catch (InvalidMediaTypeException e) {
      return List.of();
    }
  }

  private static boolean gives(ItemsFormat format, MediaType wanted) {
    return format.mediaTypes().stream().anyMatch(type -> wanted.includes(MediaType.valueOf(type)));
  }
}
