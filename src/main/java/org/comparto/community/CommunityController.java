package org.comparto.community;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Communities and scenarios that planners keep; what they compute to is computed anew whenever it is asked for. */
@RestController
class CommunityController {

  record Listed(List<Saved> communities) {}

  record Copy(@Nullable String name) {}

  /** Scenarios side by side. */
  record Comparison(List<Side> scenarios) {}

  /** @param problem why it can not be computed as it is; null where it can */
  record Side(long id, String name, @Nullable Long scenarioOf, int version, @Nullable Figures figures, @Nullable String problem) {}

  /** @param incentivesEur premium and ARERA's contribution */
  record Figures(int year, String mode, double areaM2, double powerMw, double productionGwh, double sharedMwh, @Nullable Double sharedShare,
      double incentivesEur, double incomeEur,
      double investmentEur, double co2Tonnes, @Nullable Double paybackYears) {

    static Figures of(Balance balance) {
      double incentives = balance.incentives().stream().filter(line -> line.id().equals("tip") || line.id().equals("arera"))
          .mapToDouble(Balance.Incentive::eur).sum();
      Balance.Economics money = balance.economics();
      return new Figures(balance.year(), balance.mode(), money.areaM2(), money.powerKw() / 1e3, balance.totals().productionKwh() / 1e6,
          balance.totals().sharedKwh() / 1e3,
          balance.totals().sharedShare(), incentives, money.incomeEur(), money.investmentEur(), money.co2Kg() / 1e3, money.paybackYears());
    }
  }

  private static final int MOST_COMPARED = 10;

  private final Communities communities;
  private final Balances balances;
  private final BalanceWorkbook workbook;
  private final BalancePlaces places;

  CommunityController(Communities communities, Balances balances, BalanceWorkbook workbook, BalancePlaces places) {
    this.communities = communities;
    this.balances = balances;
    this.workbook = workbook;
    this.places = places;
  }

  @GetMapping("/api/energy/communities")
  ResponseEntity<Listed> list(@AuthenticationPrincipal CurrentAccount account, @RequestParam(required = false) @Nullable String territory) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Listed(communities.list(territory, account)));
  }

  @PostMapping("/api/energy/communities")
  ResponseEntity<Saved> create(@AuthenticationPrincipal CurrentAccount account, HttpServletRequest request) throws IOException {
    Saved made = communities.create(sent(request), null, account);
    return answer(ResponseEntity.status(HttpStatus.CREATED).location(URI.create("/api/energy/communities/" + made.id())), made);
  }

  @GetMapping("/api/energy/communities/{id}")
  ResponseEntity<Saved> get(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id) {
    return answer(ResponseEntity.ok(), communities.get(id, account));
  }

  @PutMapping("/api/energy/communities/{id}")
  ResponseEntity<Saved> save(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) throws IOException {
    communities.get(id, account); // who may not know of it learns nothing of what is wrong with what was sent
    return answer(ResponseEntity.ok(), communities.save(id, ifMatch, sent(request), account));
  }

  @DeleteMapping("/api/energy/communities/{id}")
  ResponseEntity<Void> delete(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    communities.delete(id, ifMatch, account);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/api/energy/communities/{id}/copies")
  ResponseEntity<Saved> copy(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request) throws IOException {
    communities.get(id, account);
    Saved made = communities.copy(id, Bodies.read(request, Copy.class, Bodies.MOST_KEPT).name(), account);
    return answer(ResponseEntity.status(HttpStatus.CREATED).location(URI.create("/api/energy/communities/" + made.id())), made);
  }

  @GetMapping("/api/energy/communities/comparison")
  ResponseEntity<Comparison> compare(@AuthenticationPrincipal CurrentAccount account, @RequestParam String ids,
      @RequestParam(required = false) @Nullable String lang) throws IOException {
    List<Saved> chosen = ids(ids).stream().map(id -> communities.get(id, account)).toList();
    List<Side> sides = places.take(true, () -> {
      List<Side> all = new ArrayList<>();
      chosen.forEach(one -> all.add(side(one)));
      return all;
    });
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Comparison(sides));
  }

  @GetMapping("/api/energy/communities/{id}/balance")
  ResponseEntity<Balance> balance(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, @RequestParam(required = false) @Nullable String lang)
      throws IOException {
    Saved saved = communities.get(id, account);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(places.take(true, () -> computed(saved).balance()));
  }

  @GetMapping("/api/energy/communities/{id}/balance.xlsx")
  ResponseEntity<byte[]> workbook(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, @RequestParam(required = false) @Nullable String lang)
      throws IOException {
    Saved saved = communities.get(id, account);
    return BalanceController.file(places.take(true, () -> workbook.write(computed(saved))), BalanceWorkbook.MEDIA_TYPE, BalanceController.fileName() + ".xlsx");
  }

  @GetMapping("/api/energy/communities/{id}/recon.csv")
  ResponseEntity<byte[]> recon(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, @RequestParam(required = false) @Nullable String lang)
      throws IOException {
    Saved saved = communities.get(id, account);
    return BalanceController.file(places.take(true, () -> ReconCsv.write(computed(saved))), ReconCsv.MEDIA_TYPE, BalanceController.fileName() + "_recon.csv");
  }

  private Side side(Saved saved) {
    try {
      return new Side(saved.id(), saved.name(), saved.scenarioOf(), saved.version(), Figures.of(computed(saved).balance()), null);
    } catch (InvalidInputException e) {
      return new Side(saved.id(), saved.name(), saved.scenarioOf(), saved.version(), null, e.getMessage());
    }
  }

  private Balancing computed(Saved saved) {
    return balances.of(saved.question(), BalanceController.language());
  }

  private static Communities.Sent sent(HttpServletRequest request) throws IOException {
    return Bodies.value(Bodies.tree(request, Bodies.MOST_KEPT), Communities.Sent.class);
  }

  private static List<Long> ids(String text) {
    List<String> parts = Arrays.stream(text.split(",", -1)).distinct().toList();
    if (parts.size() > MOST_COMPARED || !parts.stream().allMatch(part -> part.matches("\\d{1,18}"))) {
      throw new InvalidInputException("ids", "ids is \"" + text + "\"; it must be up to " + MOST_COMPARED + " numbers of communities, separated by commas");
    }
    return parts.stream().map(Long::valueOf).toList();
  }

  private static ResponseEntity<Saved> answer(ResponseEntity.BodyBuilder builder, Saved saved) {
    return builder.cacheControl(CacheControl.noStore()).eTag("\"" + saved.version() + "\"").body(saved);
  }
}
