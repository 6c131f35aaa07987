package org.comparto.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.layer.Localized;
import org.comparto.ruleset.Effect;
import org.comparto.ruleset.Ruleset;
import org.comparto.verdict.CaseRules.Counting;

/** What somebody has to know beside the result, in both languages. Kinds are the same wherever the same is meant. */
final class Warnings {

  /** The first day on which art. 11-bis D.Lgs. 190/2024 is in force (DOMAIN.md §1.1). */
  private static final LocalDate NEW_REGIME = LocalDate.of(2025, 11, 22);

  private final List<Warning> warnings = new ArrayList<>();
  private final CaseRules rules;
  private final List<Finding> findings;
  private final Surroundings around;

  private Warnings(CaseRules rules, List<Finding> findings, Surroundings around) {
    this.rules = rules;
    this.findings = findings;
    this.around = around;
  }

  static List<Warning> of(CaseRules rules, List<Finding> findings, Surroundings around) {
    Warnings all = new Warnings(rules, findings, around);
    all.overlays();
    all.values();
    all.exemption();
    all.drafts();
    all.regime();
    all.demonstration();
    all.notForbidden();
    return List.copyOf(all.warnings);
  }

  private void overlays() {
    Set<String> notChecked = new TreeSet<>();
    for (Finding finding : findings) {
      if (finding.effect() == Effect.WARN) {
        String layer = rules.byName().get(finding.ruleset() + "/" + finding.rule()).rule().sources().stream().map(source -> source.layer()).findFirst().orElse(null);
        if (finding.m2() >= 1) {
          warnings.add(new Warning("overlay", finding.title(), VerdictWriting.hundredths(finding.m2()), layer));
        }
        if (finding.unknownM2() >= 1) {
          finding.missingLayers().stream().filter(missing -> !around.isAvailable(missing)).forEach(notChecked::add);
        }
      }
    }
    notChecked.forEach(missing -> {
      Localized title = UsedLayers.title(missing, rules, around);
      warnings.add(new Warning("not_checked", new Localized("Non verificato: manca lo strato «" + title.it() + "».",
          "Not checked: the layer “" + title.en() + "” is missing."), null, missing));
    });
  }

  /** Conditions of rules that ask for a value that is not known of some feature, where that leaves ground open. */
  private void values() {
    Map<String, Set<String>> asked = new TreeMap<>();
    findings.stream().filter(finding -> finding.unknownM2() >= 1).forEach(finding -> {
      Counting counting = rules.byName().get(finding.ruleset() + "/" + finding.rule());
      Stream.concat(Stream.of(counting), rules.allowing(counting.rule()).stream()).flatMap(Counting::readings).map(CaseRules.Reading::source)
          .filter(source -> source.where() != null && finding.missingLayers().contains(source.layer()) && !around.on(rules.asked().date(), source, true).isEmpty())
          .forEach(source -> asked.computeIfAbsent(source.layer(), layer -> new TreeSet<>()).add(source.where()));
    });
    asked.forEach((layer, conditions) -> {
      Localized title = UsedLayers.title(layer, rules, around);
      String list = String.join("; ", conditions);
      warnings.add(new Warning("values_missing", new Localized("Valori non noti nello strato «" + title.it() + "»: di qualche elemento non si sa se soddisfa " + list
          + ". Dove conterebbe, l'esito è sconosciuto.", "Values not known in the layer “" + title.en() + "”: of some feature it can not be said whether it meets " + list
          + ". Where it would count the result is unknown."), null, layer));
    });
  }

  private void exemption() {
    boolean matters = rules.rules().stream().anyMatch(counting -> counting.rule().effect() == Effect.PERMIT_ONLY && rules.isExempt(counting.rule()));
    if (matters) {
      say("exempt_project", "Il divieto di fotovoltaico a terra in zona agricola non si applica ai progetti di CER o PNRR: la destinazione del progetto va "
          + "documentata.", "The ban on ground photovoltaics on farmland does not apply to projects of energy communities or of the PNRR: what the project is for has to be documented.");
    }
  }

  private void drafts() {
    Map<String, Localized> drafts = new TreeMap<>();
    for (Counting counting : rules.rules()) {
      if (counting.set().status() == Ruleset.Status.DRAFT) {
        drafts.put(counting.set().id(), counting.set().title());
      }
    }
    if (!drafts.isEmpty()) {
      say("to_be_confirmed", "Da confermare: le regole di «" + named(drafts, "it", "», «") + "» sono una bozza che nessuno ha ancora confermato sul testo di legge.",
          "To be confirmed: the rules of “" + named(drafts, "en", "”, “") + "” are a draft that nobody has confirmed against the act yet.");
    }
  }

  private static String named(Map<String, Localized> sets, String language, String between) {
    return sets.values().stream().map(title -> title.in(language)).collect(Collectors.joining(between));
  }

  private void regime() {
    if (rules.asked().date().isBefore(NEW_REGIME)) {
      say("former_rules", "Valutato con le regole in vigore prima del 22 novembre 2025: valgono ancora solo per i procedimenti avviati con "
              + "documentazione completa prima di quella data.",
          "Assessed by the rules in force before 22 November 2025: they still hold only for procedures begun with complete documents before that day.");
    }
  }

  private void demonstration() {
    boolean invented = rules.read().stream().anyMatch(counting -> counting.set().demonstration()
        || counting.rule().layers().stream().anyMatch(layer -> around.layers().get(layer).demonstration()));
    if (invented) {
      say("demonstration", "Dati dimostrativi, non ufficiali: nessuna decisione può basarsi su questo esito.",
          "Demonstration data, not official: no decision may rest on this result.");
    }
  }

  private void notForbidden() {
    say("not_forbidden", "Non idonea non vuol dire vietata: dove l'esito è «ordinaria» si segue la procedura ordinaria.",
        "Not suitable does not mean forbidden: where the result is “ordinary” the ordinary procedure applies.");
  }

  private void say(String kind, String it, String en) {
    warnings.add(new Warning(kind, new Localized(it, en), null, null));
  }
}
