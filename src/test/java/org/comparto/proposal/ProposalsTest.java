package org.comparto.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comparto.proposal.Somebody.content;
import static org.comparto.proposal.Somebody.faults;
import static org.comparto.proposal.Somebody.id;
import static org.comparto.proposal.Somebody.point;
import static org.comparto.proposal.Somebody.proposal;
import static org.comparto.proposal.Somebody.steps;
import static org.comparto.proposal.Somebody.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a proposal: one writes it, another approves it, and only then anything public changes. */
@IntegrationTest
class ProposalsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Environment environment;

  private Somebody mara;
  private Somebody dario;
  private Somebody dina;

  @BeforeEach
  void peopleOfCremona() {
    mara = Somebody.named(db, port, "test-mara", "municipal_editor", "cremona", "019036");
    dario = Somebody.named(db, port, "test-dario", "desk", "cremona", null);
    dina = Somebody.named(db, port, "test-dina", "desk", "cremona", null);
  }

  @AfterEach
  void nothingStays() {
    Somebody.forgetAll(db);
    for (String layer : List.of("gateway", "industrial_zone")) {
      Committed.write(transactions, db.sql("DELETE FROM " + layer + " WHERE name LIKE '" + Somebody.NAMES + "'"));
    }
    new People(db, port).remove();
  }

  private static Map<String, @Nullable Object> gateway(String name) {
    return Map.of("name", name, "gateway_kind", "toll_gate", "territory_code", "cremona");
  }

  private static final String HERE = point(10.03, 45.14);

  private Http.Answer submitted(Somebody author, String name) {
    return author.step(author.begin(proposal("gateway", gateway(name), HERE)), "submit");
  }

  private long published(String name) {
    Http.Answer approved = dario.step(id(submitted(mara, name)), "approve", null);
    return dario.step(approved, "publish").json().path("feature").asLong();
  }

  private Http.Answer item(long feature) {
    return Http.get(port, "/ogc/collections/gateway/items/" + feature);
  }

  @Test
  void somethingNewIsDraftedSubmittedApprovedPublishedAndOnlyThenPublic() {
    Http.Answer draft = mara.begin(proposal("gateway", Map.of("name", "test-proposal-1"), null).put("note", "Aperto a maggio"));
    assertThat(draft.status()).as(draft.text()).isEqualTo(201);
    assertThat(draft.header("ETag")).isEqualTo("\"1\"");
    assertThat(draft.header("Location")).isEqualTo("/api/proposals/" + id(draft));
    assertThat(draft.json().path("state").asString()).isEqualTo("draft");
    assertThat(draft.json().path("kind").asString()).isEqualTo("create");
    assertThat(faults(draft)).contains("geometry-empty", "attribute-missing-required");
    assertThat(words(draft.json().path("may"))).containsExactly("edit", "submit", "discard");

    Http.Answer early = mara.step(draft, "submit");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.problem()).isEqualTo("incomplete");
    assertThat(faults(early)).contains("geometry-empty", "attribute-missing-required");

    Http.Answer saved = mara.save(draft, gateway("test-proposal-1"), HERE);
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    assertThat(faults(saved)).isEmpty();
    Http.Answer submitted = mara.step(saved, "submit");
    assertThat(submitted.json().path("state").asString()).as(submitted.text()).isEqualTo("submitted");
    assertThat(submitted.json().path("properties").path("code").asString()).startsWith("P-");
    assertThat(words(submitted.json().path("may"))).containsExactly("withdraw");

    Http.Answer seen = dario.get(id(draft));
    assertThat(words(seen.json().path("may"))).contains("approve", "send_back", "discard");
    Http.Answer approved = dario.step(id(draft), seen.header("ETag"), "approve", "Verificato sul posto");
    assertThat(approved.json().path("state").asString()).as(approved.text()).isEqualTo("approved");
    assertThat(db.sql("SELECT count(*) FROM gateway WHERE name = 'test-proposal-1'").query(Long.class).single()).isZero();

    Http.Answer published = dario.step(approved, "publish");
    assertThat(published.json().path("state").asString()).as(published.text()).isEqualTo("published");
    long feature = published.json().path("feature").asLong();
    assertThat(item(feature).json().path("properties").path("name").asString()).isEqualTo("test-proposal-1");
    assertThat(steps(published)).containsExactly("create test-mara", "submit test-mara", "approve test-dario", "publish test-dario");
    assertThat(published.json().path("steps").path(2).path("reason").asString()).isEqualTo("Verificato sul posto");
    Map<String, Object> change = db.sql("SELECT author, reviewer, reason FROM change JOIN gateway ON gateway.change_id = change.id WHERE gateway.id = :id")
        .param("id", feature).query().singleRow();
    assertThat(change).containsEntry("author", "test-mara").containsEntry("reviewer", "test-dario").containsEntry("reason", "Aperto a maggio");
    assertThat(db.sql("SELECT action FROM audit_entry WHERE subject = :subject ORDER BY id").param("subject", "proposal:" + id(draft)).query(String.class).list())
        .containsExactly("proposal-created", "proposal-submitted", "proposal-approved", "proposal-published");
  }

  @Test
  void aChangeIsSentBackWithCommentsCorrectedAndPublishedAndALeavesAloneWhatItDoesNotName() {
    long feature = published("test-proposal-2");
    db.sql("UPDATE gateway SET operator = 'Gestore' WHERE id = :id").param("id", feature).update();
    Http.Answer draft = mara.begin(proposal("gateway", feature, Map.of("road", "A21"), null));
    assertThat(draft.json().path("kind").asString()).as(draft.text()).isEqualTo("change");
    assertThat(words(draft.json().path("changes"))).containsExactly("road");
    assertThat(draft.json().path("properties").path("operator").asString()).isEqualTo("Gestore");
    assertThat(draft.json().path("base").path("properties").path("road").isNull()).isTrue();
    Http.Answer submitted = mara.step(draft, "submit");

    assertThat(dario.step(submitted, "send_back").problem()).as("why").isEqualTo("invalid-parameter");
    ObjectNode back = JsonMapper.shared().createObjectNode().put("step", "send_back");
    ObjectNode comment = back.putArray("comments").addObject().put("text", "<b>Qui</b> manca l'uscita").put("attribute", "road");
    comment.set("place", JsonMapper.shared().readTree(HERE));
    Http.Answer sentBack = dario.post("/api/proposals/" + id(draft) + "/steps", back, "If-Match", submitted.header("ETag"));
    assertThat(sentBack.json().path("state").asString()).as(sentBack.text()).isEqualTo("sent_back");
    JsonNode told = sentBack.json().path("comments").path(0);
    assertThat(told.path("text").asString()).isEqualTo("<b>Qui</b> manca l'uscita");
    assertThat(told.path("place").path("coordinates").path(0).asDouble()).isEqualTo(10.03);

    Http.Answer resolved = mara.post("/api/proposals/" + id(draft) + "/comments/" + told.path("id").asLong() + "/resolution",
        JsonMapper.shared().createObjectNode());
    assertThat(resolved.json().path("comments").path(0).path("resolvedBy").asString()).isEqualTo("test-mara");
    Http.Answer saved = mara.save(id(draft), sentBack.header("ETag"), content(Map.of("road", "A21", "operator", "Gestore"), null));
    assertThat(words(saved.json().path("changes"))).as("what is as it was is no change").containsExactly("road");
    assertThat(mara.step(saved, "submit").status()).isEqualTo(200);
    dario.step(id(draft), "approve", null);
    assertThat(item(feature).json().path("properties").path("road").isNull()).as("nothing published has changed").isTrue();
    Http.Answer done = dina.step(id(draft), "publish", null);
    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(item(feature).json().path("properties").path("road").asString()).isEqualTo("A21");
    assertThat(item(feature).json().path("properties").path("operator").asString()).isEqualTo("Gestore");
  }

  @Test
  void aFeatureIsRetiredAndStays() {
    long feature = published("test-proposal-3");
    Http.Answer draft = mara.begin(JsonMapper.shared().createObjectNode().put("layer", "gateway").put("feature", feature).put("kind", "retire")
        .put("note", "Demolito"));
    assertThat(draft.status()).as(draft.text()).isEqualTo(201);
    assertThat(draft.json().path("title").asString()).isEqualTo("test-proposal-3");
    mara.step(draft, "submit");
    dario.step(id(draft), "approve", null);
    Http.Answer done = dario.step(id(draft), "publish", null);
    assertThat(done.json().path("state").asString()).as(done.text()).isEqualTo("published");
    assertThat(item(feature).status()).isEqualTo(404);
    assertThat(db.sql("SELECT publication_status FROM gateway WHERE id = :id").param("id", feature).query(String.class).single()).isEqualTo("retired");
    Http.Answer late = mara.begin(proposal("gateway", feature, Map.of("road", "A21"), null));
    assertThat(late.problem()).isEqualTo("feature-retired");
  }

  @Test
  void nobodyDecidesOnWhatTheyWroteWhateverTokenOrAccountTheyShow() {
    Http.Answer own = dario.step(dario.begin(proposal("gateway", gateway("test-proposal-4"), HERE)), "submit");
    assertThat(dario.step(own, "approve").problem()).isEqualTo("own-proposal");
    assertThat(dario.step(own, "send_back").problem()).isEqualTo("own-proposal");
    String second = new People(db, port).token(db.sql("SELECT id FROM account WHERE username = 'test-dario'").query(Long.class).single(), "1 hour", "read",
        "propose", "review");
    assertThat(Somebody.withToken(port, "test-dario", second).step(own, "approve").problem()).as("another token").isEqualTo("own-proposal");

    db.sql("UPDATE account SET email = 'Dario@Example.org' WHERE username = 'test-dario'").update();
    Somebody twin = Somebody.named(db, port, "test-dario-2", "admin", null, null);
    db.sql("UPDATE account SET email = 'dario@example.org' WHERE username = 'test-dario-2'").update();
    assertThat(twin.step(own, "approve").problem()).as("another account of the same mailbox").isEqualTo("own-proposal");

    assertThat(dario.step(own, "publish").problem()).as("what nobody approved").isEqualTo("wrong-state");
    Http.Answer approved = dina.step(own, "approve");
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    assertThat(dario.step(approved, "publish").status()).as("two have been at it").isEqualTo(200);
  }

  @Test
  void whoCorrectsAProposalHasWrittenItAndAnotherApproves() {
    Http.Answer submitted = submitted(mara, "test-proposal-5");
    Http.Answer corrected = dario.save(submitted, with(gateway("test-proposal-5"), "road", "A1"), HERE);
    assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
    assertThat(words(corrected.json().path("writers"))).containsExactly("test-mara", "test-dario");
    assertThat(dario.step(corrected, "approve").problem()).isEqualTo("own-proposal");
    assertThat(dina.step(corrected, "approve").status()).isEqualTo(200);
    assertThat(mara.save(id(submitted), mara.get(id(submitted)).header("ETag"), content(gateway("test-proposal-5"), HERE)).problem())
        .as("what was approved is what is published").isEqualTo("wrong-state");
  }

  @Test
  void theOperatorReadsAndWritesNothingSinceNobodyKnowsWhoItIs() throws Exception {
    Http.Answer submitted = submitted(mara, "test-proposal-6");
    Somebody operator = Somebody.withToken(port, "operator", operatorToken());
    assertThat(operator.get(id(submitted)).status()).isEqualTo(200);
    assertThat(words(operator.get(id(submitted)).json().path("may"))).isEmpty();
    assertThat(operator.step(submitted, "approve").problem()).isEqualTo("account-required");
    assertThat(operator.begin(proposal("gateway", gateway("test-proposal-6"), HERE)).problem()).isEqualTo("account-required");
  }

  private String operatorToken() throws IOException {
    return Files.readString(Path.of(environment.getRequiredProperty("comparto.data"), "operator-token")).strip();
  }

  @ParameterizedTest
  @CsvSource({"draft, approve", "draft, publish", "draft, withdraw", "submitted, submit", "submitted, publish", "approved, submit", "approved, approve",
      "withdrawn, submit", "withdrawn, publish", "published, approve", "published, withdraw"})
  void aStepThatIsNotToBeTakenNowSaysWhatIs(String state, String step) {
    Http.Answer draft = mara.begin(proposal("gateway", gateway("test-proposal-7"), HERE));
    long id = id(draft);
    for (String to : List.of("submit", "approve", "publish")) {
      if (!state.equals("draft") && !state.equals("withdrawn") && !mara.get(id).json().path("state").asString().equals(state)) {
        assertThat((to.equals("submit") ? mara : dario).step(id, to, null).status()).isEqualTo(200);
      }
    }
    if (state.equals("withdrawn")) {
      mara.step(id, "discard", null);
    }
    Somebody by = step.equals("submit") || step.equals("withdraw") ? mara : dario;
    Http.Answer refused = by.step(id, step, "per prova");
    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("wrong-state");
    assertThat(refused.json().path("state").asString()).isEqualTo(state);
    assertThat(refused.json().path("may").isArray()).isTrue();
    assertThat(by.get(id).json().path("state").asString()).isEqualTo(state);
  }

  @Test
  void whoIsTooLateIsToldWhatIsThereAndNothingIsWrittenOver() {
    Http.Answer draft = mara.begin(proposal("gateway", gateway("test-proposal-8"), HERE));
    Http.Answer first = mara.save(draft, with(gateway("test-proposal-8"), "road", "A21"), HERE);
    Http.Answer second = dario.save(draft, with(gateway("test-proposal-8"), "road", "A1"), HERE);
    assertThat(second.status()).isEqualTo(412);
    JsonNode current = second.json().path("current");
    assertThat(current.path("version").asInt()).isEqualTo(2);
    assertThat(current.path("updatedBy").asString()).isEqualTo("test-mara");
    assertThat(current.path("properties").path("road").asString()).isEqualTo("A21");
    assertThat(current.path("geometry").path("type").asString()).isEqualTo("Point");
    assertThat(mara.get(id(draft)).json().path("properties").path("road").asString()).isEqualTo("A21");
    assertThat(mara.step(draft, "submit").status()).as("steps too").isEqualTo(412);
    assertThat(mara.send("PUT", "/api/proposals/" + id(draft), content(Map.of(), null).toString()).status()).isEqualTo(428);
    assertThat(first.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void whatIsSentAgainSinceTheAnswerWasLostIsDoneOnce() {
    ObjectNode wanted = proposal("gateway", gateway("test-proposal-9"), HERE).put("key", UUID.randomUUID().toString());
    Http.Answer first = mara.begin(wanted);
    Http.Answer again = mara.begin(wanted);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(id(again)).isEqualTo(id(first));
    assertThat(dario.begin(wanted).status()).as("keys are one's own").isEqualTo(201);
    assertThat(mara.begin(wanted.deepCopy().put("layer", "bottleneck")).problem()).isEqualTo("key-reused");

    ObjectNode content = content(with(gateway("test-proposal-9"), "road", "A21"), HERE);
    Http.Answer saved = mara.save(id(first), "\"1\"", content);
    Http.Answer savedAgain = mara.save(id(first), "\"1\"", content);
    assertThat(savedAgain.status()).as(savedAgain.text()).isEqualTo(200);
    assertThat(savedAgain.header("ETag")).isEqualTo(saved.header("ETag"));
    Http.Answer submitted = mara.step(id(first), saved.header("ETag"), "submit", "Pronta");
    Http.Answer submittedAgain = mara.step(id(first), saved.header("ETag"), "submit", "Pronta");
    assertThat(submittedAgain.status()).as(submittedAgain.text()).isEqualTo(200);
    assertThat(submittedAgain.header("ETag")).isEqualTo(submitted.header("ETag"));
    assertThat(steps(submittedAgain)).containsExactly("create test-mara", "submit test-mara");
  }

  @Test
  void aFeatureThatSomebodyElseChangedMeanwhileIsMergedNeverWrittenOver() {
    long feature = published("test-proposal-10");
    Http.Answer mine = mara.begin(proposal("gateway", feature, Map.of("road", "A21", "operator", "Mio"), null));
    Http.Answer theirs = dina.begin(proposal("gateway", feature, Map.of("operator", "Loro"), null));
    assertThat(theirs.json().path("others").path(0).path("author").asString()).as("it is said that somebody else is at it").isEqualTo("test-mara");
    mara.step(mine, "submit");
    dario.step(id(mine), "approve", null);
    dina.step(theirs, "submit");
    dario.step(id(theirs), "approve", null);
    assertThat(dario.step(id(theirs), "publish", null).status()).isEqualTo(200);

    Http.Answer refused = dario.step(id(mine), "publish", null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("outdated");
    assertThat(words(refused.json().path("conflicts"))).containsExactly("operator");
    assertThat(refused.json().path("current").path("properties").path("operator").asString()).isEqualTo("Loro");
    Http.Answer view = mara.get(id(mine));
    assertThat(view.json().path("base").path("properties").path("operator").isNull()).isTrue();
    assertThat(view.json().path("current").path("properties").path("operator").asString()).isEqualTo("Loro");
    assertThat(view.json().path("properties").path("operator").asString()).isEqualTo("Mio");
    assertThat(words(view.json().path("may"))).contains("rebase");

    Http.Answer blind = mara.post("/api/proposals/" + id(mine) + "/rebase", JsonMapper.shared().createObjectNode(), "If-Match", view.header("ETag"));
    assertThat(blind.problem()).as("somebody has to decide").isEqualTo("outdated");
    Http.Answer merged = mara.post("/api/proposals/" + id(mine) + "/rebase", content(Map.of("road", "A21", "operator", "Loro"), null), "If-Match",
        view.header("ETag"));
    assertThat(merged.status()).as(merged.text()).isEqualTo(200);
    assertThat(merged.json().path("state").asString()).as("it has to be looked at again").isEqualTo("submitted");
    assertThat(words(merged.json().path("conflicts"))).isEmpty();
    assertThat(words(merged.json().path("changes"))).containsExactly("road");
    dario.step(id(mine), "approve", null);
    assertThat(dario.step(id(mine), "publish", null).status()).isEqualTo(200);
    assertThat(item(feature).json().path("properties").path("operator").asString()).isEqualTo("Loro");
    assertThat(item(feature).json().path("properties").path("road").asString()).isEqualTo("A21");
  }

  @Test
  void whatDoesNotConflictIsTakenOverByAnybodyWithoutWritingIt() {
    long feature = published("test-proposal-11");
    Http.Answer mine = mara.step(mara.begin(proposal("gateway", feature, Map.of("road", "A21"), null)), "submit");
    db.sql("UPDATE gateway SET operator = 'Loro' WHERE id = :id").param("id", feature).update();
    Http.Answer refused = dario.step(mine, "approve");
    assertThat(refused.problem()).isEqualTo("outdated");
    assertThat(refused.json().path("conflicts").isEmpty()).isTrue();
    Http.Answer taken = dario.post("/api/proposals/" + id(mine) + "/rebase", JsonMapper.shared().createObjectNode(), "If-Match", mine.header("ETag"));
    assertThat(words(taken.json().path("writers"))).as(taken.text()).containsExactly("test-mara");
    assertThat(dario.step(taken, "approve").status()).isEqualTo(200);
    assertThat(dario.step(id(mine), "publish", null).status()).isEqualTo(200);
    assertThat(item(feature).json().path("properties").path("operator").asString()).isEqualTo("Loro");
  }

  @Test
  void aFeatureThatWasRetiredMeanwhileIsSaidToBe() {
    long feature = published("test-proposal-12");
    Http.Answer mine = mara.step(mara.begin(proposal("gateway", feature, Map.of("road", "A21"), null)), "submit");
    dario.step(mine, "approve");
    db.sql("UPDATE gateway SET publication_status = 'retired' WHERE id = :id").param("id", feature).update();
    Http.Answer refused = dario.step(id(mine), "publish", null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("feature-retired");
    assertThat(words(mara.get(id(mine)).json().path("may"))).containsExactly("withdraw");
    assertThat(mara.step(id(mine), "withdraw", null).json().path("state").asString()).isEqualTo("withdrawn");
  }

  @Test
  void ofTwoWhoPublishAtTheSameTimeOneDoes() throws Exception {
    long feature = published("test-proposal-13");
    Http.Answer one = mara.step(mara.begin(proposal("gateway", feature, Map.of("road", "A21"), null)), "submit");
    Http.Answer approved = dario.step(one, "approve");
    List<Integer> answers = together(() -> dario.step(approved, "publish").status(), () -> dina.step(approved, "publish").status());
    assertThat(answers).containsExactlyInAnyOrder(200, 412);
    assertThat(steps(mara.get(id(one)))).filteredOn(step -> step.startsWith("publish")).hasSize(1);

    Http.Answer left = dario.step(mara.step(mara.begin(proposal("gateway", feature, Map.of("road", "A1"), null)), "submit"), "approve");
    Http.Answer right = dario.step(mara.step(mara.begin(proposal("gateway", feature, Map.of("road", "A22"), null)), "submit"), "approve");
    List<Integer> both = together(() -> dario.step(left, "publish").status(), () -> dina.step(right, "publish").status());
    assertThat(both).as("two proposals about one feature").containsExactlyInAnyOrder(200, 409);
    assertThat(db.sql("SELECT count(*) FROM feature_history WHERE layer_id = 'gateway' AND feature_id = :id").param("id", feature).query(Long.class).single())
        .as("every published change ended a version").isEqualTo(2);
  }

  @Test
  void whatIsPublishedIsHeldAgainstWhatOthersHavePublishedMeanwhile() {
    String here = "{\"type\":\"Polygon\",\"coordinates\":[[[10.2,45.12],[10.202,45.12],[10.202,45.122],[10.2,45.122],[10.2,45.12]]]}";
    String there = here.replace("10.202,", "10.203,").replace("[10.2,", "[10.201,");
    Map<String, @Nullable Object> zone = Map.of("name", "test-proposal-17", "zone_kind", "industrial");
    long one = id(mara.step(mara.begin(proposal("industrial_zone", zone, here)), "submit"));
    long other = id(mara.step(mara.begin(proposal("industrial_zone", zone, there)), "submit"));
    assertThat(dario.step(one, "approve", null).status()).isEqualTo(200);
    assertThat(dario.step(other, "approve", null).status()).isEqualTo(200);
    assertThat(dario.step(one, "publish", null).status()).isEqualTo(200);
    Http.Answer refused = dario.step(other, "publish", null);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(faults(refused)).containsExactly("geometry-overlaps");
    assertThat(dario.get(other).json().path("state").asString()).isEqualTo("approved");
    assertThat(faults(dario.get(other))).containsExactly("geometry-overlaps");
    assertThat(mara.get(other).json().path("properties").path("municipality_code").asString()).as("where its author works").isEqualTo("019036");
  }

  @Test
  void whatIsImpossibleIsNeverKept() {
    Http.Answer wrong = mara.begin(proposal("gateway", Map.of("name", "test-proposal-14", "gateway_kind", "dragon"), HERE));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(faults(wrong)).containsExactly("attribute-unknown-code");
    Http.Answer draft = mara.begin(proposal("gateway", gateway("test-proposal-14"), HERE));
    assertThat(mara.save(draft, gateway("test-proposal-14"), "{\"type\":\"LineString\",\"coordinates\":[[10,45.14],[10.1,45.14]]}").status()).isEqualTo(422);
    assertThat(mara.get(id(draft)).json().path("geometry").path("type").asString()).isEqualTo("Point");
    for (ObjectNode mass : List.of(proposal("gateway", gateway("x"), HERE).put("state", "published"), proposal("gateway", gateway("x"), HERE).put("author", "anna"))) {
      assertThat(mara.begin(mass).status()).isEqualTo(400);
    }
    assertThat(mara.send("PUT", "/api/proposals/" + id(draft), content(gateway("x"), HERE).put("version", 9).toString(), "If-Match", "\"1\"").status())
        .isEqualTo(400);
    assertThat(mara.send("PUT", "/api/proposals/" + id(draft), "{\"properties\":{}}", "If-Match", "\"1\"").json().path("parameter").asString())
        .isEqualTo("geometry");
    assertThat(faults(mara.begin(proposal("gateway", Map.of("id", 7), null)))).containsExactly("attribute-unknown");
  }

  @Test
  void whoWroteWhatIsKeptAndOnlyQuickSavesOfOnePersonReplaceEachOther() {
    Http.Answer draft = mara.begin(proposal("gateway", gateway("test-proposal-15"), HERE));
    for (String road : List.of("A1", "A2", "A3")) {
      draft = mara.save(draft, with(gateway("test-proposal-15"), "road", road), HERE);
    }
    draft = dario.save(draft, with(gateway("test-proposal-15"), "road", "A4"), HERE);
    draft = mara.save(draft, with(gateway("test-proposal-15"), "road", "A5"), HERE);
    Http.Answer back = dina.step(id(mara.step(draft, "submit")), "send_back", "Meglio A6");
    mara.save(back, with(gateway("test-proposal-15"), "road", "A6"), HERE);
    assertThat(db.sql("SELECT author || ' ' || coalesce(properties ->> 'road', '-') FROM proposal_version WHERE proposal_id = :id ORDER BY version")
        .param("id", id(draft)).query(String.class).list())
        .containsExactly("test-mara -", "test-mara A3", "test-dario A4", "test-mara A5", "test-mara A6");
  }

  @Test
  void stepsCanOnlyBeAdded() {
    long id = id(submitted(mara, "test-proposal-16"));
    for (String sql : List.of("UPDATE proposal_step SET who = 'nobody' WHERE proposal_id = " + id, "DELETE FROM proposal_step", "TRUNCATE proposal_step CASCADE")) {
      assertThatThrownBy(() -> db.sql(sql).update()).as(sql).hasStackTraceContaining("is refused");
    }
  }

  static Map<String, @Nullable Object> with(Map<String, @Nullable Object> properties, String name, @Nullable Object value) {
    Map<String, @Nullable Object> more = new HashMap<>(properties);
    more.put(name, value);
    return more;
  }

  private static List<Integer> together(Callable<Integer> one, Callable<Integer> other) throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> first = both.submit(one);
      return List.of(other.call(), first.get());
    } finally {
      both.shutdown();
    }
  }
}
