package org.comparto.roadbook;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.comparto.tour.Tour;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Forms of a plan that is kept nowhere: what is sent is answered, and forgotten. */
@RestController
class PlanOutputController {

  private final Programmes programmes;
  private final Outputs outputs;

  PlanOutputController(Programmes programmes, Outputs outputs) {
    this.programmes = programmes;
    this.outputs = outputs;
  }

  @PostMapping(path = "/api/tours/outputs/{form}", consumes = "application/json")
  ResponseEntity<byte[]> output(@PathVariable String form, @RequestBody UnsavedPlan plan, Locale locale) {
    OutputForm wanted = OutputForm.of(form);
    Tour tour = plan.tour(locale);
    return outputs.answer(wanted, programmes.of(tour, uid(plan), null, tour.language(), null), List.of());
  }

  /** The same plan under the same name twice is the same calendar. */
  private static String uid(UnsavedPlan plan) {
    return UUID.nameUUIDFromBytes((plan.name() + JsonMapper.shared().writeValueAsString(plan.question())).getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
  }
}
