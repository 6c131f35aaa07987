package org.comparto.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comparto.account.CurrentAccount;
import org.comparto.energy.Substations.Warning;
import org.comparto.layer.Localized;
import org.comparto.problem.RefusedException;
import org.comparto.proposal.Kind;
import org.comparto.proposal.ProposalMoved;
import org.comparto.proposal.Proposals;
import org.comparto.proposal.Proposals.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes proposals to mark areas, or to take marks away: what a planner decides lies in the layer energy_area, apart from what is computed,
 * with its reason and the verdict it rests on. Two persons publish it, as all proposals.
 */
@Component
class Marks {

  /**
   * What was proposed.
   *
   * @param properties as they were proposed
   * @param substations of the area that was judged; null where the area stays as it is
   */
  record Made(long proposal, String href, @Nullable Long feature, JsonNode properties, Substations.@Nullable Shares substations, List<Warning> warnings) {}

  private static final String LAYER = "energy_area";
  private static final Localized NOT_SUITABLE = new Localized("L'esito delle regole non è «idonea» per tutta l'area: la marcatura si fonda sulla motivazione.",
      "The rules do not call all of the area suitable: the mark rests on its reason.");
  private static final Localized DRAFT = new Localized("Le regole su cui si fonda l'esito sono in bozza, da confermare.",
      "The rules that the verdict rests on are a draft, to be confirmed.");

  private final Proposals proposals;
  private final Substations substations;
  private final ObjectProvider<VerdictSource> verdicts;
  private final ObjectProvider<PotentialSource> potentials;
  private final JdbcClient db;
  private final TransactionTemplate transactions;

  Marks(Proposals proposals, Substations substations, ObjectProvider<VerdictSource> verdicts, ObjectProvider<PotentialSource> potentials, JdbcClient db,
      TransactionTemplate transactions) {
    this.proposals = proposals;
    this.substations = substations;
    this.verdicts = verdicts;
    this.potentials = potentials;
    this.db = db;
    this.transactions = transactions;
  }

  /** @throws RefusedException as for everybody who begins and submits a proposal */
  Made make(MarkQuestion asked, CurrentAccount by, String language) {
    MarkQuestion question = asked.checked();
    by.checkPropose(LAYER, by.territory(), by.municipality());
    ObjectNode properties = JsonMapper.shared().createObjectNode();
    List<Warning> warnings = new ArrayList<>();
    JsonNode verdict = verdict(question);
    Substations.Shares shares = null;
    if (verdict != null) {
      shares = substations.shares(verdict.path("geometry").toString(), language);
      warnings.addAll(shares.warnings());
      properties.put("primary_substation_code", shares.code());
      ground(verdict, properties, warnings, language);
    }
    put(properties, "name", question.name());
    put(properties, "community_name", question.community());
    put(properties, "act", question.act());
    properties.put("reason", question.reason()).put("marking_status", question.marks() ? "marked" : "unmarked");
    long proposal = transactions.execute(begun -> submit(question, properties, verdict, by));
    return new Made(proposal, "/api/proposals/" + proposal, question.feature(), properties, shares, List.copyOf(warnings));
  }

  private long submit(MarkQuestion question, ObjectNode properties, @Nullable JsonNode verdict, CurrentAccount by) {
    long proposal = proposals.submit(new Submission(LAYER, question.feature() == null ? Kind.CREATE : Kind.CHANGE, question.feature(), properties,
        verdict == null ? NullNode.instance : verdict.path("geometry"), question.reason(), question.key()), by);
    if (verdict != null) {
      source().refer(verdict.path("id").asString(), "proposal/" + proposal);
    }
    return proposal;
  }

  /** Published, an area holds its verdict as long as it is there. */
  @EventListener
  void published(ProposalMoved moved) {
    if (moved.layer().equals(LAYER) && moved.state().equals("published") && moved.feature() != null) {
      db.sql("SELECT verdict_id FROM energy_area WHERE id = :id AND verdict_id IS NOT NULL").param("id", moved.feature()).query(String.class).optional()
          .ifPresent(verdict -> verdicts.ifAvailable(source -> source.refer(verdict, LAYER + "/" + moved.feature())));
    }
  }

  private @Nullable JsonNode verdict(MarkQuestion question) {
    return question.verdict() != null ? source().find(question.verdict()) : question.geometry() != null ? source().ask(question.verdictQuestion()) : null;
  }

  private VerdictSource source() {
    return verdicts.getIfAvailable(() -> {
      throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "no-verdicts", "No verdicts are given here just now; try again later.", null, null);
    });
  }

  /** What a verdict says, as the layer keeps it. */
  private void ground(JsonNode verdict, ObjectNode properties, List<Warning> warnings, String language) {
    String result = verdict.path("result").asString();
    Set<String> basis = new TreeSet<>();
    verdict.path("parts").valueStream().filter(part -> part.path("result").asString().equals(result))
        .forEach(part -> part.path("basis").forEach(rule -> basis.add(rule.asString())));
    List<JsonNode> applied = verdict.path("rules").valueStream()
        .filter(rule -> basis.contains(rule.path("ruleset").asString() + "/" + rule.path("rule").asString())).toList();
    boolean draft = verdict.path("rulesets").valueStream().anyMatch(set -> set.path("status").asString().equals("draft"));
    String technology = verdict.path("technology").asString();
    properties.put("technology", technology).put("eligibility", result.toLowerCase(Locale.ROOT)).put("verdict_id", verdict.path("id").asString())
        .put("evaluated_on", verdict.path("date").asString()).put("area_m2", tenths(verdict.path("areaM2").asDouble()));
    put(properties, "ruleset", verdict.path("rulesets").valueStream().map(set -> set.path("id").asString() + "@" + set.path("version").asInt()).collect(Collectors.joining(", ")));
    basis.forEach(properties.putArray("basis")::add);
    put(properties, "citation", applied.stream().map(rule -> rule.path("citation").asString()).distinct().collect(Collectors.joining("; "))
        + (draft && !applied.isEmpty() ? " (" + DRAFT.in(language) + ")" : ""));
    potentials.stream().findFirst().flatMap(source -> source.of(technology, built(verdict),
        verdict.path("territory").asString(null), language)).ifPresent(estimate -> {
      properties.put("usable_area_m2", tenths(estimate.usableM2())).put("power_kwp", tenths(estimate.kwp())).put("yield_kwh_year", (double) Math.round(estimate.kwhYear()));
      warnings.addAll(estimate.warnings());
    });
    if (!result.equals("SUITABLE") || !verdict.path("whole").asBoolean(true)) {
      warnings.add(new Warning("not_suitable", NOT_SUITABLE.in(language)));
    }
    if (draft && verdict.path("warnings").valueStream().noneMatch(warning -> warning.path("kind").asString().equals("to_be_confirmed"))) {
      warnings.add(new Warning("draft_rules", DRAFT.in(language)));
    }
    verdict.path("warnings").forEach(warning -> warnings.add(new Warning(warning.path("kind").asString(), warning.path("text").isString()
        ? warning.path("text").asString() : warning.path("text").path(language).asString())));
  }

  /** Where a plant would stand: on what is suitable of the area, or on all of it where nothing is, as the page of verdicts reckons too. */
  private static JsonNode built(JsonNode verdict) {
    return verdict.path("cut").isObject() ? verdict.path("cut") : verdict.path("geometry");
  }

  private static void put(ObjectNode properties, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      properties.put(name, value);
    }
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
