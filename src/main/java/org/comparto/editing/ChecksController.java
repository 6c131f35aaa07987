package org.comparto.editing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.comparto.crs.Crs;
import org.comparto.layer.Layers;
import org.comparto.problem.ProblemLanguage;
import org.comparto.problem.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says of a feature, before anybody saves it, what is wrong with it and what it lacks. */
@RestController
class ChecksController {

  /** @param storable whether it can be kept as a draft @param complete whether it can be submitted */
  record Answer(boolean storable, boolean complete, List<? extends Told> faults) {}

  private final Checks checks;
  private final Layers layers;
  private final EditingProperties properties;

  ChecksController(Checks checks, Layers layers, EditingProperties properties) {
    this.checks = checks;
    this.layers = layers;
    this.properties = properties;
  }

  /** @param feature the id of the one that is to be changed; none for a new one */
  @PostMapping("/api/editing/checks")
  Answer check(@RequestParam String layer, @RequestParam(required = false) @Nullable Long feature, @RequestParam(required = false) @Nullable String crs,
      HttpServletRequest request) throws IOException {
    Checked checked = checks.check(layers.getWrittenLayer(layer, "layer"), FeatureBody.read(request.getInputStream(), properties.largestBody()),
        crs == null ? Crs.CRS84 : Crs.parse(crs, "crs"), feature);
    return new Answer(checked.isStorable(), checked.isComplete(), ProblemLanguage.translate(checked.faults(), request));
  }
}
