package org.comparto.network;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;

/** Who travels: which roads, how fast, and of what size if nothing else is said ({@link ProfileModel} has the figures and their sources). */
public enum Profile {
  CAR("car"),
  /** An articulated lorry of 44 t. */
  TRUCK("truck"),
  TRUCK_7_5("truck_7_5"),
  COACH("coach"),
  WALK("walk");

  private final String id;

  Profile(String id) {
    this.id = id;
  }

  /** As it stands in requests and answers. */
  public String id() {
    return id;
  }

  /** @throws InvalidInputException naming the parameter {@code profile} and all ids */
  public static Profile of(String id) {
    return Arrays.stream(values()).filter(profile -> profile.id.equals(id)).findFirst().orElseThrow(() -> new InvalidInputException("profile",
        "profile must be one of " + Arrays.stream(values()).map(Profile::id).collect(Collectors.joining(", ")) + ", not \"" + id + "\""));
  }

  @Override
  public String toString() {
    return id;
  }
}
