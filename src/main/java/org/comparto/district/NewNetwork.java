package org.comparto.district;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A network as somebody sends it, with all its members: who is left out is no member any more. */
record NewNetwork(@Nullable String territory, @Nullable String name, @Nullable String kind, @Nullable String productionChain, @Nullable String registerNumber,
    @Nullable String registerDate, @Nullable String purposeIt, @Nullable String purposeEn, @Nullable String brand, @Nullable String website, @Nullable String source,
    @Nullable Boolean isPublic, @Nullable List<Member> members) {

  private static final Set<String> ROLES = Set.of("lead", "member", "supplier", "partner");
  private static final int MOST_MEMBERS = 5_000;

  /** @param company id of the company; the days are YYYY-MM-DD */
  record Member(@Nullable Long company, @Nullable String role, @Nullable String joinedOn, @Nullable String leftOn) {
    Member {
      if (company == null) {
        throw new InvalidInputException("members", "every member needs a company: the id of a feature of layer company");
      }
      role = role == null ? "member" : role;
      if (!ROLES.contains(role)) {
        throw new InvalidInputException("members", "role is \"" + role + "\"; it must be lead, member, supplier or partner");
      }
      LocalDate from = day("joinedOn", joinedOn);
      LocalDate to = day("leftOn", leftOn);
      if (from != null && to != null && to.isBefore(from)) {
        throw new InvalidInputException("members", "a member leaves on " + to + ", before it joins on " + from);
      }
    }

    @Nullable LocalDate joined() {
      return day("joinedOn", joinedOn);
    }

    @Nullable LocalDate left() {
      return day("leftOn", leftOn);
    }
  }

  NewNetwork {
    name = Field.required("name", name, 200);
    String sent = kind;
    if (sent == null || NetworkKind.find(sent).isEmpty()) {
      throw new InvalidInputException("kind", "kind is \"" + sent + "\"; /api/networks lists the kinds there are");
    }
    productionChain = Field.optional("productionChain", productionChain, 40);
    registerNumber = Field.optional("registerNumber", registerNumber, 60);
    day("registerDate", registerDate);
    purposeIt = Field.text("purposeIt", purposeIt, 4_000);
    purposeEn = Field.text("purposeEn", purposeEn, 4_000);
    brand = Field.optional("brand", brand, 200);
    source = Field.optional("source", source, 400);
    website = address(Field.optional("website", website, 400));
    members = members == null ? List.of() : members;
    if (members.size() > MOST_MEMBERS) {
      throw new InvalidInputException("members", "a network has " + MOST_MEMBERS + " members at most");
    }
    Set<Long> firms = members.stream().map(Member::company).collect(Collectors.toSet());
    if (firms.size() < members.size()) {
      throw new InvalidInputException("members", "a company is a member twice");
    }
  }

  @Nullable LocalDate registered() {
    return day("registerDate", registerDate);
  }

  private static @Nullable String address(@Nullable String website) {
    if (website == null) {
      return null;
    }
    try {
      URI uri = URI.create(website);
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return website;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new InvalidInputException("website", "website is \"" + website + "\"; it must be an address as https://example.org");
  }

  private static @Nullable LocalDate day(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new InvalidInputException(field, field + " is \"" + text + "\"; it must be a day as 2026-03-01");
    }
  }
}
