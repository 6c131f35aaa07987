package org.comparto.eligible;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comparto.verdict.Result;
import org.jspecify.annotations.Nullable;

/**
 * A row of a computed layer, as the database takes it. The code is made of all the rest, so that rows of the same code are the same.
 *
 * @param validTo exclusive; null for open, as is validFrom
 */
record Row(String code, String technology, String eligibility, String ruleset, List<String> basis, List<String> missing, @Nullable String citation,
    List<String> limits, String source, BigDecimal areaM2, String shape, boolean demonstration, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {

  @JsonIgnore
  boolean isSuitable() {
    return eligibility.equals(Result.SUITABLE.code());
  }

  /**
   * Rows of one technology in one piece: what stays the same from one span to the next is one row.
   *
   * @param said the contents of each span, without what is under the ordinary procedure; the spans follow each other
   */
  static List<Row> over(Piece piece, Map<Span, Set<Content>> said) {
    List<Row> rows = new ArrayList<>();
    Map<Content, Span> open = new LinkedHashMap<>();
    said.forEach((span, contents) -> {
      open.entrySet().removeIf(entry -> {
        boolean over = !contents.contains(entry.getKey());
        if (over) {
          rows.add(of(piece, entry.getKey(), entry.getValue()));
        }
        return over;
      });
      contents.forEach(content -> open.merge(content, span, (begun, now) -> new Span(begun.from(), now.to())));
    });
    open.forEach((content, span) -> rows.add(of(piece, content, span)));
    return rows;
  }

  private static Row of(Piece piece, Content c, Span span) {
    String digest = Need.digest(String.join("\n", c.result().code(), c.basis().toString(), c.missing().toString(), c.source(), c.rulesets().toString(),
        c.limits().toString(), String.valueOf(c.citation()), c.shape(), c.areaM2().toPlainString(), String.valueOf(c.demonstration()), span.toString()));
    return new Row(piece.code() + "." + c.technology() + "." + digest.substring(0, 16), c.technology(), c.result().code(), String.join(", ", c.rulesets()),
        c.basis(), c.missing(), c.citation(), c.limits(), c.source(), c.areaM2(), c.shape(), c.demonstration(), span.from(), span.to());
  }
}
