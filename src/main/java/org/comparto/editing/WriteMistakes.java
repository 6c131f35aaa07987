package org.comparto.editing;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.layer.Layer;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/** What a table refuses, in the caller's words; it has then kept nothing. */
final class WriteMistakes {

  /** PostgreSQL names a check by its table and column; columns of all layers come from one pattern. */
  private static final Pattern CHECK = Pattern.compile("^(\\w+)_check\\d*$");
  private static final Pattern KEY = Pattern.compile("\\((\\w+)\\)=\\(");

  private WriteMistakes() {}

  /** The caller's mistake, or the failure as it was. */
  static RuntimeException explain(DataAccessException e, Layer layer) {
    if (!(e.getMostSpecificCause() instanceof PSQLException cause) || cause.getSQLState() == null || cause.getServerErrorMessage() == null) {
      return e;
    }
    ServerErrorMessage said = cause.getServerErrorMessage();
    return switch (cause.getSQLState()) {
      case "23505" -> RefusedException.conflict("key-duplicate", "There is a feature with this code already.", "code");
      case "23503" -> {
        String column = column(KEY, said.getDetail(), layer);
        yield column == null ? RefusedException.conflict("feature-referenced", "Other records refer to this feature; it can not be deleted.", "featureId")
            : Fault.refusal(List.of(Fault.wrong("attribute-unknown-reference", column, column + " names nothing that there is")));
      }
      case "23514" -> {
        String column = column(layer, said.getConstraint());
        yield Fault.refusal(List.of(Fault.wrong("attribute-not-allowed", column == null ? "properties" : column,
            column == null ? "the values do not fit together (" + said.getConstraint() + ")" : "the value of " + column + " is not allowed")));
      }
      case "23502" -> Fault.refusal(List.of(Fault.missing("attribute-missing-required", said.getColumn(), "a value of " + said.getColumn() + " is required")));
      case "55P03", "40001", "40P01" -> new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy",
          "The layer is being written by others at this moment; try again in a few seconds.", null, Duration.ofSeconds(10));
      case "42P01" -> new NotFoundException("collectionId", "There is no layer \"" + layer.id() + "\" any more.");
      default -> cause.getSQLState().startsWith("22") || cause.getSQLState().startsWith("54")
          ? Fault.refusal(List.of(Fault.wrong("attribute-wrong-type", "properties", "a value can not be kept: " + said.getMessage()))) : e;
    };
  }

  private static @Nullable String column(Layer layer, @Nullable String constraint) {
    return constraint == null ? null
        : column(CHECK, constraint.replaceFirst("^(?:" + layer.relation() + "|feature_record|thematic_feature)_", ""), layer);
  }

  private static @Nullable String column(Pattern pattern, @Nullable String text, Layer layer) {
    Matcher found = pattern.matcher(text == null ? "" : text);
    return found.find() && layer.findAttribute(found.group(1)).isPresent() ? found.group(1) : null;
  }
}
