package org.comparto.eligible;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comparto.problem.InvalidInputException;
import org.comparto.ruleset.Ruleset;
import org.comparto.ruleset.Rulesets;
import org.comparto.verdict.Case;
import org.comparto.verdict.Face;
import org.comparto.verdict.Kernel;
import org.comparto.verdict.Result;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What would be said of some pieces if another rule set decided: computed for whoever asks, and kept nowhere. */
@Component
class Trials {

  /** Each costs tenths of a second. */
  private static final int MOST_PIECES = 30;

  private final Pieces pieces;
  private final Kernel kernel;
  private final Rulesets rulesets;
  private final JsonMapper json;

  Trials(Pieces pieces, Kernel kernel, Rulesets rulesets, JsonMapper json) {
    this.pieces = pieces;
    this.kernel = kernel;
    this.rulesets = rulesets;
    this.json = json;
  }

  /** Faces that are not under the ordinary procedure, as a JSON list of {piece, result, basis, shape: WKB in hexadecimal digits}. */
  String faces(DifferenceQuestion question, Moment moment) {
    if (question.box() == null) {
      throw new InvalidInputException("bbox", "bbox is required: a rule set that is not active is computed for the part of the map that is looked at");
    }
    List<Piece> asked = pieces.meeting(question.box(), question.territory(), MOST_PIECES + 1);
    if (asked.size() > MOST_PIECES) {
      throw new InvalidInputException("bbox", "bbox is too large for a rule set that is not active; zoom in to about 12 km");
    }
    List<Map<String, Object>> faces = new ArrayList<>();
    for (Piece piece : asked) {
      Case one = new Case(question.technology(), moment.day(), Set.of(), deciding(moment, piece.territory()));
      for (Face face : kernel.dividePiece(piece.lonLat(), piece.territory(), List.of(one)).get(0).faces()) {
        if (face.result() != Result.ORDINARY) {
          faces.add(Map.of("piece", piece.code(), "result", face.result().name().toLowerCase(Locale.ROOT), "basis", face.basis(),
              "shape", HexFormat.of().formatHex(new WKBWriter(2, 1).write(face.lonLat()))));
        }
      }
    }
    return json.writeValueAsString(faces);
  }

  /** The version that is asked about takes the place of any other of its set, beside all that is in force that day. */
  private List<Ruleset> deciding(Moment moment, String territory) {
    List<Ruleset> inForce = rulesets.inForce(moment.day(), territory);
    Ruleset asked = moment.ruleset();
    return asked == null ? inForce : Stream.concat(inForce.stream().filter(set -> !set.id().equals(asked.id())), Stream.of(asked)).toList();
  }
}
