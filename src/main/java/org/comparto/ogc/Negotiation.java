package org.comparto.ogc;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Chooses the form of an answer: {@code f} wins over Accept, and the first is what is meant where neither says anything that there is. */
final class Negotiation {

  private Negotiation() {}

  /**
   * The form that a caller asks for.
   *
   * @param offered at least one, the default first
   * @param name what {@code f} calls a form
   * @param mediaTypes what Accept may call it
   * @throws InvalidInputException if f names none
   */
  static <T> T choose(List<T> offered, Function<T, String> name, Function<T, List<String>> mediaTypes, @Nullable String f, @Nullable String accept) {
    if (f != null) {
      return offered.stream().filter(form -> name.apply(form).equals(f)).findFirst().orElseThrow(() -> new InvalidInputException("f",
          "f is \"" + f + "\"; there are " + offered.stream().map(name).collect(Collectors.joining(", "))));
    }
    if (accept == null || accept.equals(MimeTypeUtils.ALL_VALUE)) {
      return offered.get(0);
    }
    return wanted(accept).stream().flatMap(type -> offered.stream().filter(form -> gives(mediaTypes.apply(form), type))).findFirst()
        .orElse(offered.get(0));
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

  private static boolean gives(List<String> mediaTypes, MediaType wanted) {
    return mediaTypes.stream().anyMatch(type -> wanted.includes(MediaType.valueOf(type)));
  }
}
