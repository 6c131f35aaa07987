package org.comparto.intake;

import java.util.Map;
import java.util.regex.Pattern;
import org.comparto.layer.Localized;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What a load is to do with its file.
 *
 * @param sourceLayer null: the only one, or the first with features
 * @param layer an existing layer; null if a new one is made
 * @param newLayer the layer to make; null for an existing one
 * @param crs EPSG code; null: as the file says
 * @param territory code of the territory that all records belong to; null: as mapped, or by position
 * @param mapping target attribute → source field; null: as suggested. Without an entry an attribute is left alone.
 * @param values target attribute → source value → code; the empty source value stands for a missing one
 * @param key the target attribute by which a row finds its record; null: code
 * @param repair whether geometries that can be repaired are; else their rows are rejected
 * @param removeMissing whether records that the file does not name are removed
 * @param profile name of a stored plan that fills what is null here
 * @param rows which rows are wanted; without any alternative, all
 * @param parts target attribute → regular expression: the attribute is what its first group finds in the field
 * @param anywhere whether rows that lie outside the territories are kept, with a warning
 * @param source the official source that the file is from; null for any other file
 */
record LoadPlan(@Nullable String sourceLayer, @Nullable String layer, @Nullable NewLayer newLayer, @Nullable Integer crs,
    @Nullable String territory, @Nullable Map<String, String> mapping, Map<String, Map<String, String>> values, @Nullable String key,
    Boolean repair, Boolean removeMissing, @Nullable String profile, @Nullable RowFilter rows, Map<String, String> parts, Boolean anywhere,
    @Nullable String source) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  /** A layer to be made. Its title defaults to its id. */
  record NewLayer(String id, @Nullable Localized title) {
    NewLayer {
      if (id == null || !ID.matcher(id).matches()) {
        throw new InvalidInputException("newLayer.id", "a layer's id is lower-case snake_case of at most 41 characters: a-z, 0-9, _");
      }
    }
  }

  LoadPlan {
    values = values == null ? Map.of() : values;
    repair = Boolean.TRUE.equals(repair);
    removeMissing = Boolean.TRUE.equals(removeMissing);
    parts = parts == null ? Map.of() : parts;
    anywhere = Boolean.TRUE.equals(anywhere);
    if (layer != null && newLayer != null) {
      throw new InvalidInputException("newLayer", "give either layer or newLayer, not both");
    }
  }

  RowFilter wantedRows() {
    return rows == null ? RowFilter.ALL : rows;
  }

  String keyOrCode() {
    return key == null ? "code" : key;
  }

  LoadPlan with(Map<String, String> newMapping, @Nullable String newTerritory) {
    return new LoadPlan(sourceLayer, layer, newLayer, crs, newTerritory, newMapping, values, key, repair, removeMissing, profile,
        rows, parts, anywhere, source);
  }

  LoadPlan withKey(String newKey) {
    return new LoadPlan(sourceLayer, layer, newLayer, crs, territory, mapping, values, newKey, repair, removeMissing, profile, rows, parts, anywhere, source);
  }

  LoadPlan into(String existingLayer) {
    return new LoadPlan(sourceLayer, existingLayer, null, crs, territory, mapping, values, key, repair, removeMissing, profile,
        rows, parts, anywhere, source);
  }

  /** This plan, with the stored one in every place that it leaves open. */
  LoadPlan over(LoadPlan stored) {
    boolean named = layer != null || newLayer != null;
    return new LoadPlan(sourceLayer != null ? sourceLayer : stored.sourceLayer, named ? layer : stored.layer,
        named ? newLayer : stored.newLayer, crs != null ? crs : stored.crs, territory != null ? territory : stored.territory,
        mapping != null ? mapping : stored.mapping, values.isEmpty() ? stored.values : values, key != null ? key : stored.key,
        repair || stored.repair, removeMissing || stored.removeMissing, profile, rows != null ? rows : stored.rows,
        parts.isEmpty() ? stored.parts : parts, anywhere || stored.anywhere, source != null ? source : stored.source);
  }
}
