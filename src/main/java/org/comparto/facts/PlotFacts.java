package org.comparto.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.comparto.access.AccessTable;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a plot, in words of one language beside the values. What is not known has no value and says so in its text.
 *
 * @param at the moment whose data these are
 * @param snapshot SHA-256 over what the words say, the same in every language: equal as long as the data are equal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlotFacts(long id, String code, String name, String language, String at, String snapshot, boolean demonstration, Place place,
    List<Figure> figures, Age age, @Nullable String description, List<Section> sections, List<Quantity> derived, List<Check> constraints,
    Neighbours neighbours, AccessTable access, List<Entry> history, List<Attachment> attachments, Origin origin, Links links) {

  /** Where the plot lies: names, a point inside and the box around it in degrees, longitude first. */
  public record Place(@Nullable Named municipality, @Nullable Named territory, @Nullable Named zone, @Nullable String address,
      double longitude, double latitude, List<Double> bounds) {}

  /** Something that the plot refers to. */
  public record Named(long id, String name) {}

  /** What a reader looks for first. */
  public record Figure(String name, String title, String text, boolean known) {}

  /**
   * How old the record is.
   *
   * @param state fresh, old or withdrawn
   */
  public record Age(String state, String basis, LocalDate on, long days, String text) {}

  /** A heading and its fields, in the descriptor's order. */
  public record Section(String id, String title, List<Field> fields) {

    public List<Field> known() {
      return fields.stream().filter(Field::known).toList();
    }

    public List<Field> unknown() {
      return fields.stream().filter(field -> !field.known()).toList();
    }
  }

  /**
   * One field.
   *
   * @param value as the layer keeps it; absent where it is not known
   * @param lines of a value that has parts; empty for a plain one
   */
  public record Field(String name, String title, @Nullable String help, @Nullable String unit, @Nullable Object value, String text, boolean known,
      List<String> lines) {}

  /**
   * A derived quantity.
   *
   * @param formula in symbols
   * @param calculation the formula with its values
   */
  public record Quantity(String name, String title, String unit, @Nullable BigDecimal value, String text, boolean known, String formula,
      String calculation, List<Input> inputs) {}

  /** What a derived quantity is made of. */
  public record Input(String attribute, String title, String text, boolean known) {}

  /**
   * The check against one layer.
   *
   * @param outcome overlap, clear, near, far or no_data
   * @param text the outcome in a sentence
   * @param data source and dates of what was loaded
   */
  public record Check(String layer, String title, String outcome, double areaM2, double percent, String text, List<Part> parts, List<Near> near,
      @Nullable String note, String data, boolean demonstration, Layer.@Nullable Licence licence) {}

  /** The part of the plot under one class of a layer. */
  public record Part(@Nullable String type, String title, double areaM2, double percent, String text, List<String> names) {}

  /** A feature of a layer near the plot. */
  public record Near(long id, String name, @Nullable String title, double metres, String text) {}

  /**
   * Companies around the plot.
   *
   * @param rings the distances of the counts, in kilometres
   * @param rule what is counted and what is not
   */
  public record Neighbours(boolean loaded, List<Integer> rings, List<Tally> totals, List<Group> divisions, List<Group> sizes, String rule,
      String data) {}

  /** Companies of one kind, ring by ring. */
  public record Group(@Nullable String code, String title, List<Tally> counts) {}

  /** A number of companies; absent where it is too small to be told. */
  public record Tally(@Nullable Integer value, String text) {}

  /** Status and price from a day on. */
  public record Entry(LocalDate from, String fromText, @Nullable String status, String statusText, @Nullable BigDecimal price, String priceText) {}

  /** A photo or document that the record names. */
  public record Attachment(String title, String href, String kind) {}

  /** Where the record comes from. */
  public record Origin(String text, Layer.@Nullable Licence licence, String dataOn) {}

  /** Where to go on, as paths below the application. */
  public record Links(String page, String record, String map, String sheet, String sheetOfToday) {}
}
