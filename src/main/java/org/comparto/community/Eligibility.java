package org.comparto.community;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comparto.community.Balance.Exclusion;
import org.comparto.community.Balance.Warning;
import org.comparto.community.Community.Member;
import org.comparto.community.Community.Plant;
import org.comparto.layer.Localized;
import org.comparto.mail.Words;

/**
 * Who takes part, and with what. A plant above 1 MW does not; older ones count for ARERA's contribution only, oldest first as long as they make
 * at most 30 % of the power. Large firms and firms of the excluded ATECO codes are no members: what they withdraw is not shared, while their plants
 * take part as a third party's.
 *
 * @param plants the role of each, in the order of the community
 * @param members whether each is a member
 */
record Eligibility(Role[] plants, boolean[] members, List<Exclusion> exclusions, List<Warning> warnings) {

  enum Role { INCENTIVISED, CONTRIBUTION_ONLY, OUT;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How near plants must be for the question whether they are one: an assumption, since parcels are not known here. */
  private static final double NEAR_METRES = 100;

  static Eligibility of(Community community, LocalDate today, Words words) {
    Finding finding = new Finding(community, today, words);
    Role[] plants = finding.plants();
    boolean[] members = finding.members();
    finding.splitting();
    finding.grants();
    return new Eligibility(plants, members, finding.exclusions, finding.warnings);
  }

  private record Finding(Community community, LocalDate today, Words words, List<Exclusion> exclusions, List<Warning> warnings) {

    Finding(Community community, LocalDate today, Words words) {
      this(community, today, words, new ArrayList<>(), new ArrayList<>());
    }

    Role[] plants() {
      Tariff.Plants rules = Tariff.CURRENT.plants();
      List<Plant> all = community.plants();
      Role[] roles = new Role[all.size()];
      double newKw = 0;
      List<Integer> older = new ArrayList<>();
      for (int i = 0; i < roles.length; i++) {
        Plant plant = all.get(i);
        if (plant.kw() > rules.mostKw()) {
          roles[i] = Role.OUT;
          exclude(plant.id(), rules.citation(), "plant_over_1_mw", plant.name(), plant.kw());
        } else if (isOlder(plant)) {
          older.add(i);
        } else {
          roles[i] = Role.INCENTIVISED;
          newKw += plant.kw();
          if (plant.commissioned().isAfter(rules.commissionedBy())) {
            warn("after_window", plant.name(), day(rules.commissionedBy()));
          }
        }
      }
      older.sort(Comparator.comparing(i -> all.get(i).commissioned()));
      double most = newKw * rules.olderShare() / (1 - rules.olderShare());
      double olderKw = 0;
      for (int i : older) {
        Plant plant = all.get(i);
        boolean fits = olderKw + plant.kw() <= most;
        roles[i] = fits ? Role.CONTRIBUTION_ONLY : Role.OUT;
        olderKw += fits ? plant.kw() : 0;
        exclude(plant.id(), rules.citation(), fits ? "plant_older" : "plant_older_too_much", plant.name(), day(plant.commissioned()));
      }
      return roles;
    }

    private boolean isOlder(Plant plant) {
      return plant.existing() || plant.commissioned().isBefore(Tariff.CURRENT.plants().commissionedFrom())
          || community.established() != null && plant.commissioned().isBefore(community.established());
    }

    boolean[] members() {
      Tariff.Members rules = Tariff.CURRENT.members();
      boolean[] are = new boolean[community.members().size()];
      for (int i = 0; i < are.length; i++) {
        Member member = community.members().get(i);
        are[i] = true;
        if (member.kind() == MemberKind.LARGE_FIRM) {
          are[i] = false;
          exclude(member.id(), rules.largeFirmCitation(), "large_firm", member.name());
        } else if (member.kind().isFirm() && member.ateco() != null) {
          are[i] = ateco(member, rules);
        }
      }
      return are;
    }

    private boolean ateco(Member member, Tariff.Members rules) {
      boolean listed = rules.atecoExcluded().contains(padded(member.ateco()));
      boolean division = member.ateco().strip().startsWith("35");
      if (listed && rules.atecoVersion().equals(member.atecoVersion())) {
        exclude(member.id(), rules.atecoCitation(), "ateco_excluded", member.name(), member.ateco(), rules.atecoVersion());
        return false;
      }
      if (division && member.atecoVersion() == null) {
        warn("ateco_version_missing", member.name(), member.ateco(), rules.atecoVersion());
      } else if (division && !rules.atecoVersion().equals(member.atecoVersion())) {
        warn("ateco_unconfirmed", member.name(), member.ateco(), member.atecoVersion());
      }
      return true;
    }

    /** 35.11 and 35.11.00 are one class. */
    private static String padded(String code) {
      String plain = code.strip();
      return plain.matches("\\d\\d\\.\\d\\d?") ? plain + (plain.length() == 4 ? "0" : "") + ".00" : plain.matches("\\d\\d\\.\\d\\d\\.\\d") ? plain + "0" : plain;
    }

    /** Plants that may be parts of one: behind one meter, or very near, each allowed and together above 1 MW. */
    void splitting() {
      List<Plant> all = community.plants().stream().filter(plant -> plant.kw() <= Tariff.CURRENT.plants().mostKw()).toList();
      Map<String, Double> seen = new HashMap<>();
      for (Plant plant : all) {
        List<Plant> near = all.stream().filter(other -> other == plant || isNear(plant, other)).toList();
        double sum = near.stream().mapToDouble(Plant::kw).sum();
        String names = String.join(", ", near.stream().map(Plant::name).toList());
        if (near.size() > 1 && sum > Tariff.CURRENT.plants().mostKw() && seen.put(names, sum) == null) {
          warn("splitting", names, sum);
        }
      }
    }

    private static boolean isNear(Plant one, Plant other) {
      if (one.member() != null && one.member().equals(other.member())) {
        return true;
      }
      BalanceQuestion.Plant a = one.given();
      BalanceQuestion.Plant b = other.given();
      if (a.lon() == null || a.lat() == null || b.lon() == null || b.lat() == null) {
        return false;
      }
      double metresNorth = (a.lat() - b.lat()) * 111_195;
      double metresEast = (a.lon() - b.lon()) * 111_195 * Math.cos(Math.toRadians(a.lat()));
      return Math.hypot(metresNorth, metresEast) <= NEAR_METRES;
    }

    void grants() {
      if (community.plants().stream().anyMatch(plant -> plant.grantShare() > 0)) {
        Grants.ALL.grants().forEach(grant -> warn(grant.isOpen(today) ? "grant_open" : "grant_closed", grant.title().in(words.locale().getLanguage()),
            day(grant.call().to()), day(grant.worksBy()), day(grant.operationBy())));
      }
    }

    private String day(LocalDate day) {
      return DateTimeFormatter.ofPattern("d MMMM yyyy", words.locale()).format(day);
    }

    private void exclude(String id, Localized citation, String key, Object... values) {
      exclusions.add(new Exclusion(id, key, words.say(key, values), citation.in(words.locale().getLanguage())));
    }

    private void warn(String key, Object... values) {
      warnings.add(new Warning(key, words.say(key, values)));
    }
  }
}
