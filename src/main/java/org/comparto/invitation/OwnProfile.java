package org.comparto.invitation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.invitation.VisitController.Changes;
import org.comparto.invitation.VisitController.Profile;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.comparto.proposal.Kind;
import org.comparto.proposal.Proposals;
import org.comparto.proposal.Proposals.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What a host says of its visits, read and corrected by the host itself by the link of an invitation: the attributes of section visit and no others. */
@Component
class OwnProfile {

  private static final Sql PROFILE = Sql.load("invitation/profile.sql");

  private final JdbcClient db;
  private final Layers layers;
  private final Proposals proposals;

  OwnProfile(JdbcClient db, Layers layers, Proposals proposals) {
    this.db = db;
    this.layers = layers;
    this.proposals = proposals;
  }

  Profile of(Invitation invitation) {
    Layer layer = layers.getLayer(invitation.hostLayer(), "layer");
    String columns = visit(layer).stream().map(Attribute::name).map(Sql::quote).collect(Collectors.joining(", "));
    return db.sql(PROFILE.with(Map.of("relation", new PublicReading(layer).relation(), "columns", columns))).param("id", invitation.host())
        .query((row, n) -> new Profile(layer.id(), row.getLong("id"), row.getString("name"), row.getInt("version"), row.getDouble("lon"), row.getDouble("lat"),
            (ObjectNode) JsonMapper.shared().readTree(row.getString("profile"))))
        .optional().orElseThrow(() -> new NotFoundException("token", "This host is not published any more."));
  }

  /**
   * @param version that the host was shown
   * @return the proposal
   * @throws RefusedException 412 if the profile has changed since; 422 with the faults if something in it is wrong
   */
  long propose(Invitation invitation, String version, Changes changes) {
    Profile now = of(invitation);
    if (!version.equals(String.valueOf(now.version()))) {
      throw new RefusedException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "The profile has been changed since this page was opened; look at it again.",
          "If-Match", null);
    }
    if (changes.changes() == null || changes.changes().isEmpty()) {
      throw new InvalidInputException("changes", "changes is required");
    }
    List<String> known = visit(layers.getLayer(invitation.hostLayer(), "layer")).stream().map(Attribute::name).toList();
    changes.changes().propertyNames().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
      throw new InvalidInputException("changes." + name, "\"" + name + "\" is not a field here; there are " + String.join(", ", known));
    });
    return proposals.submit(new Submission(invitation.hostLayer(), Kind.CHANGE, invitation.host(), changes.changes(), NullNode.instance,
        Field.text("message", changes.message(), 2000), null), "form:invitation-" + invitation.id());
  }

  private static List<Attribute> visit(Layer layer) {
    return layer.attributes().stream().filter(attribute -> attribute.section().equals("visit")).toList();
  }
}
