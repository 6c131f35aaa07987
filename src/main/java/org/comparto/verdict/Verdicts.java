package org.comparto.verdict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comparto.layer.Revisions;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.ruleset.Effect;
import org.comparto.ruleset.Ruleset;
import org.comparto.ruleset.Rulesets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers questions about areas, keeps the answers, and finds them again. */
@Component
public class Verdicts {

  private final Kernel kernel;
  private final Rulesets rulesets;
  private final Revisions revisions;
  private final Ground ground;
  private final VerdictStore store;

  Verdicts(Kernel kernel, Rulesets rulesets, Revisions revisions, Ground ground, VerdictStore store) {
    this.kernel = kernel;
    this.rulesets = rulesets;
    this.revisions = revisions;
    this.ground = ground;
    this.store = store;
  }

  /** The verdict as JSON, kept under the id that it names: the one of before if nothing has changed since. */
  String answer(VerdictQuestion asked) {
    String territory = ground.territory(asked.geometry(), asked.territory());
    List<Ruleset> sets = inForce(asked.date(), territory);
    VerdictQuestion question = new VerdictQuestion(asked.geometry(), asked.feature(), asked.technology(), asked.date(), territory, asked.project());
    Case one = new Case(question.technology(), question.date(), question.project(), sets);
    String id = id(question, sets, state(one));
    return store.find(id).map(VerdictStore.Kept::answer).orElseGet(() -> {
      Assessment assessment = kernel.assess(question.geometry(), territory, List.of(one)).get(0);
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      String own = id(question, sets, state(assessment)); // the state that was really read
      VerdictAnswer answer = VerdictWriting.write(own, question, sets, assessment, now);
      return store.keep(own, JsonMapper.shared().writeValueAsString(KeptQuestion.of(question, sets)), JsonMapper.shared().writeValueAsString(answer), now);
    });
  }

  /**
   * A verdict as it was answered, JSON.
   *
   * @throws NotFoundException if none is kept under this id
   */
  public String find(String id) {
    return kept(id).answer();
  }

  /**
   * Says that something refers to a verdict, which is therefore never forgotten.
   *
   * @param what for instance {@code energy_area/1234}
   * @throws NotFoundException if none is kept under this id
   */
  public void refer(String id, String what) {
    if (!store.refer(id, what)) {
      throw absent(id);
    }
  }

  /** Computes a verdict anew with the versions of the rule sets that it rests on and the data of now. */
  Repetition again(String id) {
    VerdictStore.Kept kept = kept(id);
    KeptQuestion question = JsonMapper.shared().readValue(kept.question(), KeptQuestion.class);
    VerdictQuestion asked = question.read();
    List<Ruleset> sets = question.rulesets().stream().map(version -> rulesets.find(version.id(), version.version()).orElseThrow()).toList();
    Case one = new Case(asked.technology(), asked.date(), asked.project(), sets);
    Assessment assessment = kernel.assess(asked.geometry(), asked.territory(), List.of(one)).get(0);
    VerdictAnswer now = VerdictWriting.write(id(asked, sets, state(assessment)), asked, sets, assessment, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    JsonNode then = JsonMapper.shared().readTree(kept.answer());
    return Repetition.of(then, JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(now)), sets, inForce(asked.date(), asked.territory()));
  }

  /** @throws InvalidInputException where no act about suitable areas is in force: nothing could be said but that nothing is known */
  List<Ruleset> inForce(LocalDate date, String territory) {
    List<Ruleset> sets = rulesets.inForce(date, territory);
    if (sets.stream().noneMatch(Verdicts::saysWhatIsSuitable)) {
      Optional<LocalDate> first = rulesets.changes(territory).stream()
          .filter(day -> rulesets.inForce(day, territory).stream().anyMatch(Verdicts::saysWhatIsSuitable)).findFirst();
      if (first.isEmpty()) {
        throw new InvalidInputException("date", "No rule set about suitable areas is in force here.");
      }
      throw new InvalidInputException("date", "On " + date + " no rule set about suitable areas is in force; the first begins on " + first.get() + ".");
    }
    return sets;
  }

  private static boolean saysWhatIsSuitable(Ruleset set) {
    return set.rules().stream().anyMatch(rule -> rule.effect() == Effect.INCLUDE);
  }

  private VerdictStore.Kept kept(String id) {
    return store.find(id).orElseThrow(() -> absent(id));
  }

  private static NotFoundException absent(String id) {
    return new NotFoundException("id", "There is no verdict " + id + "; it was never given, or nothing referred to it and it was forgotten.");
  }

  /** The layers that a case reads with their present revisions, and that of the territories' outlines. */
  private String state(Case one) {
    Set<String> layers = new TreeSet<>();
    CaseRules.of(one, false).read().forEach(counting -> layers.addAll(counting.rule().layers()));
    return layers.stream().map(layer -> layer + "@" + revisions.current(layer)).collect(Collectors.joining(",")) + territories();
  }

  private String state(Assessment assessment) {
    return assessment.layers().stream().map(layer -> layer.layer() + "@" + layer.revision()).collect(Collectors.joining(",")) + territories();
  }

  private String territories() {
    return ";territory@" + revisions.current("territory");
  }

  private static String id(VerdictQuestion question, List<Ruleset> sets, String state) {
    String versions = sets.stream().map(set -> set.id() + "@" + set.version() + set.status()).collect(Collectors.joining(","));
    String asked = String.join("|", question.geometry().toText(), String.valueOf(question.feature()), question.technology(), question.date().toString(),
        String.valueOf(question.territory()), String.join(",", question.project()), versions, state);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
