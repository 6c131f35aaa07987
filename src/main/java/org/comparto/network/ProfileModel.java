package org.comparto.network;

import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a profile is, as {@code roads/<id>.yaml} says.
 *
 * @param turns whose turn restrictions hold, as OpenStreetMap names vehicles; empty if any turn may be made
 * @param sizes the vehicle's default figures, by name as in {@link Vehicle}, each with where it is from
 * @param model speed and access in GraphHopper's words; sizes and bottlenecks are not in it
 */
record ProfileModel(Localized title, List<String> turns, Map<String, Size> sizes, CustomModel model) {

  /** @param source the law, or that it is to be confirmed */
  record Size(double value, String source) {}

  /** The file. */
  private record Stored(Localized title, List<String> turns, Map<String, Size> vehicle, List<Map<String, String>> speed,
      List<Map<String, String>> priority) {}

  private static final Map<Profile, ProfileModel> ALL = new EnumMap<>(Profile.class);

  static {
    for (Profile profile : Profile.values()) {
      ALL.put(profile, read("/roads/" + profile.id() + ".yaml"));
    }
  }

  static ProfileModel of(Profile profile) {
    return ALL.get(profile);
  }

  Vehicle vehicle() {
    return new Vehicle(size("height"), size("width"), size("length"), size("mass"), size("axleLoad"));
  }

  private @Nullable Double size(String name) {
    Size size = sizes.get(name);
    return size == null ? null : size.value();
  }

  private static ProfileModel read(String file) {
    try (InputStream in = ProfileModel.class.getResourceAsStream(file)) {
      Stored stored = YAMLMapper.shared().readValue(in, Stored.class);
      CustomModel model = new CustomModel();
      stored.speed().forEach(statement -> model.addToSpeed(statement(statement)));
      stored.priority().forEach(statement -> model.addToPriority(statement(statement)));
      return new ProfileModel(stored.title(), stored.turns(), Map.copyOf(stored.vehicle()), model.setDistanceInfluence(0d));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Statement statement(Map<String, String> words) {
    Statement.Op operation = words.containsKey("limit_to") ? Statement.Op.LIMIT : Statement.Op.MULTIPLY;
    String value = words.containsKey("limit_to") ? words.get("limit_to") : words.get("multiply_by");
    return words.containsKey("if") ? Statement.If(words.get("if"), operation, value)
        : words.containsKey("else_if") ? Statement.ElseIf(words.get("else_if"), operation, value)
        : Statement.Else(operation, value);
  }
}
