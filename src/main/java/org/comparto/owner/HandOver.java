package org.comparto.owner;

import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.comparto.editing.Checked;
import org.comparto.editing.Checks;
import org.comparto.editing.Fault;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.mail.Words;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.proposal.Kind;
import org.comparto.proposal.ProposalMoved;
import org.comparto.proposal.Proposals;
import org.comparto.proposal.Proposals.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives what owners say of plots to the desk, as proposals; what the layer can not hold is refused before anything of it is kept. */
@Component
class HandOver {

  /** Where a plot lies, as the desks share the country. */
  record Where(String territory, @Nullable String municipality) {}

  private static final String LAYER = "plot";
  private static final String DECIDE = Sql.load("owner/offer-decide.sql").text();

  private final Layers layers;
  private final Checks checks;
  private final Proposals proposals;
  private final JdbcClient db;

  HandOver(Layers layers, Checks checks, Proposals proposals, JdbcClient db) {
    this.layers = layers;
    this.checks = checks;
    this.proposals = proposals;
    this.db = db;
  }

  /**
   * @param geometry GeoJSON, longitude first; null where it stays
   * @param plot the one that is to be changed; null for a new one
   * @throws RefusedException with all that is wrong and all that is missing
   */
  Where check(ObjectNode values, @Nullable JsonNode geometry, @Nullable Long plot) {
    Checked checked = checks.check(layer(), feature(values, geometry), Crs.CRS84, plot);
    if (!checked.isComplete()) {
      String attribute = checked.faults().get(0).attribute();
      throw RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-feature",
          checked.faults().stream().map(Fault::reason).collect(Collectors.joining("; ")) + ".", attribute == null ? "geometry" : "plot." + attribute,
          Map.of("faults", checked.faults()));
    }
    if (checked.territory() == null) {
      throw new InvalidInputException("geometry", "The place lies in none of the territories of this installation.");
    }
    return new Where(checked.territory(), checked.municipality());
  }

  /**
   * Makes a proposal of it, by somebody without an account: the desk decides on it as on all others. In the caller's transaction.
   *
   * @throws RefusedException if the layer can not hold it any more
   */
  void submit(Offer offer) {
    ObjectNode values = (ObjectNode) JsonMapper.shared().readTree(offer.properties());
    if (offer.hasPhoto()) {
      values.set("attachments", photos(offer));
    }
    JsonNode geometry = offer.geometry() == null ? NullNode.instance : JsonMapper.shared().readTree(offer.geometry());
    long proposal = proposals.submit(new Submission(LAYER, offer.plotId() == null ? Kind.CREATE : Kind.CHANGE, offer.plotId(), values, geometry,
        offer.ticket(), null), "form:" + offer.ticket());
    db.sql("UPDATE plot_offer SET proposal_id = :proposal WHERE id = :id").param("proposal", proposal).param("id", offer.id()).update();
  }

  /** Notes what was decided, and that who offered is to be told. */
  @EventListener
  void decided(ProposalMoved moved) {
    String state = switch (moved.state()) {
      case "published" -> "published";
      case "withdrawn" -> "refused";
      default -> null;
    };
    if (state != null) {
      db.sql(DECIDE).param("proposal", moved.proposal()).param("state", state).param("plot", moved.feature()).param("reason", moved.reason()).update();
    }
  }

  private ArrayNode photos(Offer offer) {
    ArrayNode photos = JsonMapper.shared().createArrayNode();
    db.sql("SELECT id::text FROM plot_offer_photo WHERE offer_id = :id ORDER BY created_at").param("id", offer.id()).query(String.class).list()
        .forEach(photo -> photos.addObject().put("title_it", Words.in("owner", "it").say("photo", offer.ticket()))
            .put("title_en", Words.in("owner", "en").say("photo", offer.ticket())).put("href", "/api/offers/photos/" + photo).put("kind", "photo"));
    return photos;
  }

  private Layer layer() {
    return layers.getLayer(LAYER, "layer");
  }

  private static ObjectNode feature(ObjectNode values, @Nullable JsonNode geometry) {
    ObjectNode feature = JsonMapper.shared().createObjectNode().put("type", "Feature");
    feature.set("properties", values);
    if (geometry != null) {
      feature.set("geometry", geometry);
    }
    return feature;
  }
}
