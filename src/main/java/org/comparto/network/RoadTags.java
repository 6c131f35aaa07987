package org.comparto.network;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValueImpl;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.routing.util.parsers.helpers.OSMValueExtractor;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a way's tags: GraphHopper's own, but for the limits, which it rounds to a tenth of a metre (a truck of 4.00 m would pass
 * below 3.95), and for the way's number, of which it keeps 31 bits.
 */
final class RoadTags extends DefaultImportRegistry {

  /** In the order and with the options that GraphHopper reads. */
  static final String ALL = "car_access|block_private=false,car_average_speed,foot_access|block_private=false,foot_average_speed,foot_road_access,"
      + "hgv,coach_forbidden,max_height,max_width,max_length,max_weight,max_axle_load,road_class,road_class_link,road_environment,road_access,"
      + "surface,toll,max_speed,roundabout,ferry_speed,way_low,way_high";

  private static final int LOW_BITS = 31;

  @Override
  public @Nullable ImportUnit createImportUnit(String name) {
    return switch (name) {
      case "max_height" -> limit(name, 12, OSMValueExtractor::stringToMeter, "maxheight", "maxheight:physical", "maxheight:signed");
      case "max_width" -> limit(name, 12, OSMValueExtractor::stringToMeter, "maxwidth", "maxwidth:physical", "width");
      case "max_length" -> limit(name, 14, OSMValueExtractor::stringToMeter, "maxlength");
      case "max_weight" -> limit(name, 17, OSMValueExtractor::stringToTons, "maxweight", "maxgcweight", "maxweight:hgv", "maxweightrating",
          "maxweightrating:hgv", "maxgcweightrating");
      case "max_axle_load" -> limit(name, 14, OSMValueExtractor::stringToTons, "maxaxleload");
      case "coach_forbidden" -> ImportUnit.create(name, options -> new SimpleBooleanEncodedValue(name),
          (lookup, options) -> coachForbidden(lookup.getBooleanEncodedValue(name)));
      case "way_low" -> ImportUnit.create(name, options -> new IntEncodedValueImpl(name, LOW_BITS, false),
          (lookup, options) -> wayNumber(lookup.getIntEncodedValue(name), 0));
      case "way_high" -> ImportUnit.create(name, options -> new IntEncodedValueImpl(name, 20, false),
          (lookup, options) -> wayNumber(lookup.getIntEncodedValue(name), LOW_BITS));
      default -> super.createImportUnit(name);
    };
  }

  /** Whether a graph has all of them; one that an older version of the program made may not. */
  static boolean allIn(EncodedValueLookup values) {
    return List.of(ALL.split(",")).stream().allMatch(name -> values.hasEncodedValue(name.replaceFirst("\\|.*", "")));
  }

  /** The number of a way in OpenStreetMap; 0 if it is not known. */
  static long way(int low, int high) {
    return (long) high << LOW_BITS | low;
  }

  /** To the centimetre and to ten kilograms, downwards: the smallest of all that is said. */
  private static ImportUnit limit(String name, int bits, ToDoubleFunction<String> reading, String... keys) {
    return ImportUnit.create(name, options -> new DecimalEncodedValueImpl(name, bits, 0, 0.01, false, false, true), (lookup, options) -> {
      DecimalEncodedValue encoded = lookup.getDecimalEncodedValue(name);
      double most = encoded.getMaxStorableDecimal();
      return (edge, access, way, relation) -> {
        double least = least(way, reading, keys);
        encoded.setDecimal(false, edge, access, least < most ? Math.floor(least * 100 + 1e-6) / 100 : Double.POSITIVE_INFINITY);
      };
    });
  }

  private static double least(ReaderWay way, ToDoubleFunction<String> reading, String... keys) {
    double least = Double.POSITIVE_INFINITY;
    for (String key : keys) {
      String said = way.getTag(key, "");
      double value = said.isEmpty() ? Double.NaN : reading.applyAsDouble(said.replaceFirst("^(\\d+),(\\d+)", "$1.$2"));
      if (value >= 0 && value < least) {
        least = value;
      }
    }
    return least;
  }

  private static TagParser coachForbidden(BooleanEncodedValue encoded) {
    return (edge, access, way, relation) -> encoded.setBool(false, edge, access, way.hasTag("tourist_bus", "no") || way.hasTag("coach", "no"));
  }

  /** Numbers below 0, of what was drawn and never uploaded, are not known. */
  private static TagParser wayNumber(IntEncodedValue encoded, int shift) {
    return (edge, access, way, relation) -> encoded.setInt(false, edge, access,
        way.getId() > 0 && way.getId() < 1L << 51 ? (int) (way.getId() >>> shift & (1L << (shift == 0 ? LOW_BITS : 20)) - 1) : 0);
  }
}
