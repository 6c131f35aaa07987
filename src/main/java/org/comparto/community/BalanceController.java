package org.comparto.community;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.potential.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Communities computed without being kept: balance, workbook, loads read from a file, and the figures it all rests on. */
@RestController
class BalanceController {

  /** @param archetypes by name, with their titles */
  record Figures(String tariff, List<Archetype> archetypes, String archetypesFrom, List<String> regions, List<Parameter> parameters, List<Grant> grants,
      List<Integer> areraYears, List<String> technologies, List<MemberKind> kinds) {}

  record Archetype(String id, String title) {}

  record Grant(String id, String title, boolean open, LocalDate from, LocalDate to, String citation) {}

  private final Balances balances;
  private final BalanceWorkbook workbook;
  private final CommunityCandidates candidates;
  private final BalancePlaces places;

  BalanceController(Balances balances, BalanceWorkbook workbook, CommunityCandidates candidates, BalancePlaces places) {
    this.candidates = candidates;
    this.balances = balances;
    this.workbook = workbook;
    this.places = places;
  }

  @PostMapping("/api/energy/communities/balance")
  ResponseEntity<Balance> balance(HttpServletRequest request, @RequestParam(required = false) @Nullable String lang) throws IOException {
    Balance balance = compute(request, community -> community.balance());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(balance);
  }

  @PostMapping("/api/energy/communities/balance.xlsx")
  ResponseEntity<byte[]> workbook(HttpServletRequest request, @RequestParam(required = false) @Nullable String lang) throws IOException {
    return file(compute(request, workbook::write), BalanceWorkbook.MEDIA_TYPE, fileName() + ".xlsx");
  }

  @PostMapping("/api/energy/communities/recon.csv")
  ResponseEntity<byte[]> recon(HttpServletRequest request, @RequestParam(required = false) @Nullable String lang) throws IOException {
    return file(compute(request, ReconCsv::write), ReconCsv.MEDIA_TYPE, fileName() + "_recon.csv");
  }

  /** @param unit kWh in each step, or kW as the mean of it */
  @PostMapping("/api/energy/communities/loads")
  ResponseEntity<LoadCsv.Read> loads(HttpServletRequest request, @RequestParam int year, @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String lang) throws IOException {
    LoadCsv.Read read = places.take(isProposer(), () -> LoadCsv.read(Bodies.limited(request, Bodies.MOST_OF_ANYBODY), year, unit));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(read);
  }

  @GetMapping("/api/energy/communities/figures")
  Figures figures(@RequestParam(required = false) @Nullable String lang) {
    LocalDate today = LocalDate.now(EnergyYear.ROME);
    List<Parameter> parameters = new ArrayList<>(Parameters.defaults(language()).values().stream().sorted(Comparator.comparing(Parameter::name)).toList());
    parameters.add(Parameters.of(null, language()).arera(today.getYear()));
    return new Figures(Tariff.CURRENT.id(), Loads.ALL.names().stream().map(id -> new Archetype(id, Loads.ALL.archetypes().get(id).title().in(language()))).toList(),
        Loads.ALL.source().in(language()), Tariff.CURRENT.geographic().regions().keySet().stream().sorted().toList(), parameters,
        Grants.ALL.grants().stream().map(grant -> new Grant(grant.id(), grant.title().in(language()), grant.isOpen(today), grant.call().from(), grant.call().to(),
            grant.citation().in(language()))).toList(), List.copyOf(Tariff.CURRENT.arera().years().keySet()), List.copyOf(Community.TECHNOLOGIES), List.of(MemberKind.values()));
  }

  @GetMapping("/api/energy/communities/candidates")
  ResponseEntity<CommunityCandidates.Found> candidates(@RequestParam(required = false) @Nullable String substation,
      @RequestParam(required = false) @Nullable String bbox,
      @RequestParam(required = false) @Nullable String lang) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(candidates.find(substation, bbox));
  }

  private interface Answer<T> {
    T of(Balancing community) throws IOException;
  }

  private <T> T compute(HttpServletRequest request, Answer<T> answer) throws IOException {
    return places.take(isProposer(), () -> answer.of(balances.of(
        Bodies.read(request, BalanceQuestion.class, Bodies.mostOf(CurrentAccount.find().orElse(null))), language())));
  }

  static boolean isProposer() {
    return CurrentAccount.find().filter(account -> account.may(Scope.PROPOSE)).isPresent();
  }

  static ResponseEntity<byte[]> file(byte[] bytes, String type, String name) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(bytes);
  }

  static String language() {
    return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "it";
  }

  static String fileName() {
    return language().equals("en") ? "comparto_community" : "comparto_comunita";
  }
}
