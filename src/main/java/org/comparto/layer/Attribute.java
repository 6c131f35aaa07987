package org.comparto.layer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a layer, as forms, filters, panels and exports need to know it.
 *
 * @param name snake_case, equal to the column of a core table or the key in a thematic layer's properties
 * @param unit shown behind the value, for instance m²; null for none
 * @param codes name of the code list that values come from; null for free values
 * @param section where panels and forms put it
 * @param tile whether vector tiles carry it
 * @param access who may read it
 * @param consent the group of company fields it belongs to: served only when the company consented to that group
 * @param reference the layer whose id or code it holds
 * @param language for texts kept once per language
 * @param derived computed from other values: read like any other, never written
 * @param replaces the attribute that is no more and for which this one can be asked instead; null for none
 * @param form the notation that a text is written in; null for any
 */
public record Attribute(String name, AttributeType type, @Nullable String unit, @Nullable String codes, Localized title,
    @Nullable Localized help, String section, boolean tile, boolean required, Access access, @Nullable String consent,
    @Nullable String reference, @Nullable String language, boolean derived,
    @Nullable String replaces, @Nullable Form form) {

  /** Notations that are held to when somebody writes them. */
  public enum Form {
    /** Of OpenStreetMap, as far as {@link org.comparto.hours.OpeningHours} reads it. */
    @JsonProperty("opening_hours") OPENING_HOURS
  }

  /** Who may read an attribute. */
  public enum Access {
    @JsonProperty("public") PUBLIC,
    @JsonProperty("desk") DESK
  }

  public Attribute {
    access = access == null ? Access.PUBLIC : access;
  }

  @JsonIgnore
  public boolean isPublic() {
    return access == Access.PUBLIC;
  }

  /** Whether it holds the number of another feature: a number that is neither more nor less than another. */
  public boolean refersById() {
    return reference != null && type == AttributeType.INTEGER;
  }
}
