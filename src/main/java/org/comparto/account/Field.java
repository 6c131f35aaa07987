package org.comparto.account;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Checks of the texts in this module's bodies; each refusal names the field. */
final class Field {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,59}");

  private Field() {}

  static String required(String name, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      throw new InvalidInputException(name, name + " is required");
    }
    return plain(name, value, most);
  }

  static @Nullable String email(@Nullable String value) {
    if (value != null && !EMAIL.matcher(plain("email", value, 254)).matches()) {
      throw new InvalidInputException("email", "email is not an address like name@example.org");
    }
    return value;
  }

  static String username(@Nullable String value) {
    String name = required("username", value, 60);
    if (!USERNAME.matcher(name).matches() || name.equalsIgnoreCase("system") || name.equalsIgnoreCase("operator")) {
      throw new InvalidInputException("username", "username must have 2 to 60 letters, digits or . _ @ -, begin with a letter or digit,"
          + " and not be system or operator, which the application uses itself");
    }
    return name;
  }

  /** @return null for all of the territory */
  static @Nullable String municipality(Role role, @Nullable String value) {
    if (value == null) {
      if (role == Role.MUNICIPAL_EDITOR) {
        throw new InvalidInputException("municipality", "A municipal_editor acts in one municipality: give its ISTAT code of six digits.");
      }
      return null;
    }
    if (!role.canBeMunicipal()) {
      throw new InvalidInputException("municipality", "The role " + role + " is not held to one municipality; leave it out.");
    }
    return plain("municipality", value, 6);
  }

  /** @return null for those of the role */
  static @Nullable Set<String> layers(@Nullable Set<@Nullable String> names) {
    if (names == null) {
      return null;
    }
    if (names.isEmpty() || names.stream().anyMatch(Objects::isNull) || names.size() > 200) {
      throw new InvalidInputException("layers", "layers must name 1 to 200 layers; null stands for those of the role");
    }
    names.forEach(name -> required("layers", name, 60));
    return new TreeSet<>(names);
  }

  static String language(@Nullable String value) {
    if (value == null || !(value.equals("it") || value.equals("en"))) {
      throw new InvalidInputException("language", "language must be it or en");
    }
    return value;
  }

  private static String plain(String name, String value, int most) {
    if (value.length() > most) {
      throw new InvalidInputException(name, name + " has " + value.length() + " characters; " + most + " are the most");
    }
    if (CONTROL.matcher(value).find()) {
      throw new InvalidInputException(name, name + " holds control characters");
    }
    return value;
  }
}
