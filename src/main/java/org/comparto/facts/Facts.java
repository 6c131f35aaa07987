package org.comparto.facts;

import java.util.Optional;
import org.comparto.access.Access;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts together what is known of a plot; only what is public, whoever asks. */
@Component
public class Facts {

  /**
   * What is known of a plot, and its shape in degrees, longitude first.
   *
   * @param moment whose data were read
   */
  public record Dossier(PlotFacts facts, Geometry shape, Moment moment) {}

  private final Layers layers;
  private final Reading reading;
  private final ConstraintCheck constraints;
  private final Surroundings surroundings;

  Facts(Layers layers, Reading reading, ConstraintCheck constraints, Surroundings surroundings) {
    this.layers = layers;
    this.reading = reading;
    this.constraints = constraints;
    this.surroundings = surroundings;
  }

  /**
   * @param at the moment whose data are wanted, as links carry it; null or "now" for the present
   * @throws NotFoundException if there is no such plot, or it is not public, or was not at that moment
   * @throws RefusedException 410 if nobody has confirmed the plot for so long that it is withdrawn
   */
  public Dossier read(long id, String language, @Nullable String at) {
    Moment wanted = at == null || at.equals("now") ? null : Moment.parse(at);
    if (wanted != null) {
      reading.at(null, now -> find(now, id)); // what was withdrawn since is shown to nobody any more
    }
    return reading.at(wanted, data -> {
      PlotRecord plot = find(data, id);
      Age age = Age.of(plot, data.moment().day());
      if (age.state() == Age.State.WITHDRAWN && CurrentAccount.find().filter(account -> account.may(Scope.READ)).isEmpty()) {
        throw new RefusedException(HttpStatus.GONE, "withdrawn", "Nobody has confirmed this plot for " + age.days()
            + " days; it is withdrawn until the desk confirms it. Ask the desk about it.", "id", null);
      }
      PlotFacts facts = new Wording(data, layers, constraints, plot, find(data, plot), age, language).facts();
      return new Dossier(facts, shape(plot), data.moment());
    });
  }

  private PlotRecord find(AsOf data, long id) {
    Optional<PlotRecord> found = PlotRecord.read(data, plots(), id);
    return found.orElseThrow(() -> new NotFoundException("id", "There is no plot " + id + " that is published"
        + (data.isPresent() ? "." : " at " + data.moment() + ".") + " GET /ogc/collections/plot/items lists those there are."));
  }

  private Findings find(AsOf data, PlotRecord plot) {
    Access access = data.access(plots().id(), plot.id());
    return new Findings(plot.id(), plot.version(), plot.shape(), plot.fields(), Derived.of(plot), constraints.check(data, plot), access,
        surroundings.gateways(data, access.gateways()), surroundings.firms(data, plot), Chronicle.read(data, plots(), plot.id()));
  }

  private Layer plots() {
    return layers.getLayer("plot", "layer");
  }

  private static Geometry shape(PlotRecord plot) {
    try {
      return new WKBReader().read(plot.shape());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
