package org.comparto.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comparto.campaign.Result.Assignment;
import org.comparto.campaign.Result.HostLoad;
import org.comparto.campaign.Result.Relaxed;
import org.comparto.campaign.Result.Unmatched;
import org.comparto.campaign.Result.Unmet;
import org.comparto.campaign.matching.Bound;
import org.comparto.campaign.matching.Explanation;
import org.comparto.campaign.matching.Fairness;
import org.comparto.campaign.matching.Limit;
import org.comparto.campaign.matching.Problem;
import org.comparto.campaign.matching.Score;
import org.comparto.campaign.matching.Slot;
import org.comparto.campaign.matching.Unserved;
import org.comparto.campaign.matching.Visit;
import org.comparto.campaign.matching.Ways;
import org.comparto.campaign.matching.Wish;
import org.comparto.job.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes what there is to know of the assignments that are kept, anew from the document and the roads. */
@Component
class Results {

  private static final int MOST_UNMET = 500;

  private final Models models;
  private final CampaignRoads roads;

  Results(Models models, CampaignRoads roads) {
    this.models = models;
    this.roads = roads;
  }

  Result of(Campaigns.Seen seen, String language) {
    Campaign campaign = seen.campaign();
    Model model = models.of(campaign);
    Sentences sentences = new Sentences(model, language);
    List<Visit> visits = sorted(model, model.visits(campaign.assignments()));
    Explanation explanation = new Explanation(model.problem, visits);
    Optional<Job> job = seen.lastSearch();
    String state = state(job, campaign.search());
    boolean current = campaign.search() == null || campaign.search().documentVersion() == campaign.version();
    Score score = Fairness.score(model.problem, visits);
    Bound bound = bound(campaign, model, visits, state, current);
    List<Assignment> assignments = visits.stream().map(visit -> assignment(model, sentences, explanation, visit)).toList();
    return new Result(state, campaign.job(), campaign.resultVersion(), campaign.version(), current, campaign.search(),
        state.equals("failed") ? job.map(Job::message).orElse(null) : null, assignments, figures(model, visits, assignments, score, bound), loads(model, visits),
        explanation.unserved().stream().map(one -> unmatched(model, sentences, one)).toList(),
        explanation.wishes().stream().limit(MOST_UNMET).map(wish -> unmet(model, sentences, wish)).toList(), new Result.Roads(roads.revision(), model.straight),
        warnings(model, sentences, current, campaign.assignments().size() - visits.size()), Boolean.TRUE.equals(model.document.demonstration()));
  }

  /** While a search runs its own bound counts, which gets tighter; else one is computed for what is shown. */
  private Bound bound(Campaign campaign, Model model, List<Visit> visits, String state, boolean current) {
    Search search = campaign.search();
    boolean running = state.equals("running") || state.equals("queued");
    if (running && search != null && search.boundVisits() != null && search.boundPoints() != null) {
      return new Bound(search.boundVisits(), search.boundPoints(), search.boundPoints());
    }
    return running || !current && model.problem.slots().isEmpty() ? new Bound(model.problem.wanted(), model.problem.bestPoints(), model.problem.bestPoints()) : models.bound(campaign, model, visits);
  }

  private static String state(Optional<Job> job, @Nullable Search search) {
    if (job.isEmpty()) {
      return search == null ? "none" : "done";
    }
    return switch (job.get().state()) {
      case QUEUED -> "queued";
      case RUNNING -> "running";
      case DONE -> "done";
      case CANCELLED -> "stopped";
      case FAILED -> "failed";
    };
  }

  private static List<Visit> sorted(Model model, List<Visit> visits) {
    return visits.stream().sorted(Comparator.comparingInt(Visit::group).thenComparingInt(visit -> model.problem.slots().get(visit.slot()).day())
        .thenComparingInt(visit -> model.problem.slots().get(visit.slot()).from()).thenComparingInt(Visit::slot)).toList();
  }

  private static Assignment assignment(Model model, Sentences sentences, Explanation explanation, Visit visit) {
    Slot slot = model.problem.slots().get(visit.slot());
    int rank = model.rank(visit.group(), slot.host());
    return new Assignment(model.groups.get(visit.group()).id(), model.hosts.get(slot.host()).id(), model.days.get(slot.day()), new Clock(slot.from()), new Clock(slot.to()),
        visit.locked(), rank < 0 ? null : rank + 1, known(model.problem.ways().metres()[visit.group()][slot.host()]),
        known(model.problem.ways().there()[visit.group()][slot.host()]), explanation.violations(visit).stream().map(sentences::broken).toList());
  }

  private static @Nullable Integer known(int value) {
    return value >= Ways.NONE ? null : value;
  }

  private static Result.Figures figures(Model model, List<Visit> visits, List<Assignment> assignments, Score score, Bound bound) {
    Problem problem = model.problem;
    int best = problem.bestPoints();
    int most = Math.min(Math.max(bound.points(), score.points()), Math.max(best, score.points()));
    int ofAsMany = Math.min(most, Math.max(bound.pointsOfAsMany(), score.points()));
    int asked = problem.groups().stream().filter(group -> group.bestPoints() > 0).mapToInt(group -> group.visits()).sum();
    Fairness fairness = Fairness.of(problem, visits);
    double metres = assignments.stream().filter(one -> one.metres() != null).mapToDouble(Assignment::metres).sum();
    return new Result.Figures(new Result.Visits(visits.size(), problem.wanted(), Math.min(Math.max(bound.visits(), visits.size()), Math.max(problem.wanted(), visits.size()))),
        new Result.Preferences(score.points(), best, share(score.points(), best), most, share(most, best), ofAsMany, share(ofAsMany, best),
            (int) assignments.stream().filter(one -> one.preference() != null).count(),
            (int) assignments.stream().filter(one -> one.preference() != null && one.preference() == 1).count(), asked),
        new Result.Fairness(fairness.least(), fairness.most(), Math.round(fairness.mean() * 100) / 100.0, fairness.idle(), Math.round(fairness.index() * 1000) / 1000.0),
        new Result.Travel(score.travel() >= Ways.NONE ? 0 : score.travel(), metres));
  }

  private static double share(int points, int best) {
    return best == 0 ? 1 : Math.round(10_000.0 * points / best) / 10_000.0;
  }

  private static List<HostLoad> loads(Model model, List<Visit> visits) {
    List<HostLoad> loads = new ArrayList<>();
    for (int host = 0; host < model.hosts.size(); host++) {
      int h = host;
      List<Visit> there = visits.stream().filter(visit -> model.problem.slots().get(visit.slot()).host() == h).toList();
      List<Slot> slots = model.problem.slots().stream().filter(slot -> slot.host() == h).toList();
      loads.add(new HostLoad(model.hosts.get(host).id(), there.size(), there.stream().mapToInt(visit -> model.problem.groups().get(visit.group()).people()).sum(),
          slots.stream().mapToLong(Slot::seats).sum(), slots.size(), (int) there.stream().map(Visit::slot).distinct().count()));
    }
    return loads;
  }

  private static Unmatched unmatched(Model model, Sentences sentences, Unserved unserved) {
    List<Relaxed> relaxations = unserved.relaxations().stream().map(sentences::relaxed).toList();
    List<Relaxed> together = unserved.together().stream().map(sentences::relaxed).toList();
    Relaxed cheapest = relaxations.isEmpty() ? null : relaxations.get(0);
    Result.Leaving leaving = unserved.insteadOf() == null ? null : sentences.leaving(unserved.insteadOf());
    List<String> codes = unserved.limits().stream().map(Limit::code).toList();
    String text;
    if (unserved.free() != null) {
      text = sentences.say("unmatched.free", sentences.host(unserved.free()), sentences.date(unserved.free()), sentences.spot(unserved.free()).from().toString());
    } else if (cheapest != null) {
      text = sentences.say("unmatched.relax", capital(cheapest.text()));
    } else if (leaving != null) {
      text = sentences.say("unmatched.instead", leaving.text());
    } else if (!together.isEmpty()) {
      text = sentences.say("unmatched.together", capital(String.join("; ", together.stream().map(Relaxed::text).toList())));
    } else {
      text = sentences.say("unmatched.nothing", sentences.limits(unserved.limits()));
    }
    return new Unmatched(model.groups.get(unserved.group()).id(), unserved.missing(), unserved.free() != null ? "free" : cheapest != null ? cheapest.kind() : "no_time", codes,
        cheapest, relaxations.size() < 2 ? List.of() : relaxations.subList(1, relaxations.size()), together, unserved.free() == null ? null : sentences.spot(unserved.free()), leaving, text);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private static Unmet unmet(Model model, Sentences sentences, Wish wish) {
    List<String> by = wish.by().stream().map(group -> model.groups.get(group).id()).toList();
    String names = String.join("; ", wish.by().stream().map(group -> model.groups.get(group).title()).toList());
    String text = wish.limits().isEmpty() ? sentences.say("wish.free", sentences.date(wish.slot()), sentences.spot(wish.slot()).from().toString())
        : !by.isEmpty() && wish.limits().stream().allMatch(Limit::isCapacity) ? sentences.say("wish.full", names) : sentences.say("wish.limits", sentences.limits(wish.limits()));
    return new Unmet(model.groups.get(wish.group()).id(), model.hosts.get(wish.host()).id(), model.rank(wish.group(), wish.host()) + 1,
        wish.limits().stream().map(Limit::code).toList(), by, text);
  }

  private static List<String> warnings(Model model, Sentences sentences, boolean current, int gone) {
    List<String> warnings = new ArrayList<>();
    if (model.straight) {
      warnings.add(sentences.say("warning.straight", CampaignRoads.KMH));
    }
    if (!current) {
      warnings.add(sentences.say("warning.stale"));
    }
    if (gone > 0) {
      warnings.add(sentences.say("warning.gone", gone));
    }
    model.warnings.forEach(warning -> warnings.add(sentences.say("warning." + warning.key(), listed(warning.names()))));
    return warnings;
  }

  private static String listed(List<String> names) {
    return String.join(", ", names.size() > 12 ? names.subList(0, 12) : names) + (names.size() > 12 ? ", … (" + names.size() + ")" : "");
  }
}
