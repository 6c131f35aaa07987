package org.comparto.ogc;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Chooses the form of an answer: {@code f} wins over Accept, and the first is what is meant where neither says anything. */
final class Negotiation {

  private Negotiation() {}

  /**
   * The form that a caller asks for.
   *
   * @param offered at least one, the default first
   * @param name what {@code f} calls a form
   * @param mediaTypes what Accept may call it
   * @throws InvalidInputException if f names none
   * @throws RefusedException if Accept names only what there is not, answered with 406
   */
  static <T> T choose(List<T> offered, Function<T, String> name, Function<T, List<String>> mediaTypes, @Nullable String f, @Nullable String accept) {
    if (f != null) {
      return offered.stream().filter(form -> name.apply(form).equals(f)).findFirst().orElseThrow(() -> new InvalidInputException("f",
          "f is \"" + f + "\"; there are " + offered.stream().map(name).collect(Collectors.joining(", "))));
    }
    List<MediaType> given = accept == null || accept.isBlank() || accept.equals(MimeTypeUtils.ALL_VALUE) ? List.of() : read(accept);
    if (given.isEmpty()) {
      return offered.get(0);
    }
    return given.stream().filter(type -> type.getQualityValue() > 0).sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
        .flatMap(type -> offered.stream().filter(form -> gives(mediaTypes.apply(form), type))).findFirst()
        .orElseThrow(() -> new RefusedException(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "There are " + offered.stream()
            .map(form -> mediaTypes.apply(form).get(0) + " (f=" + name.apply(form) + ")").collect(Collectors.joining(", ")), "Accept", null));
  }

  /** An Accept that can not be read asks for nothing. */
  private static List<MediaType> read(String accept) {
    try {
      return MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException e) {
      return List.of();
    }
  }

  private static boolean gives(List<String> mediaTypes, MediaType wanted) {
    return mediaTypes.stream().anyMatch(type -> wanted.includes(MediaType.valueOf(type)));
  }
}
