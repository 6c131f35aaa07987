package org.comparto.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.comparto.campaign.matching.Bound;
import org.comparto.campaign.matching.Solver;
import org.comparto.campaign.matching.Visit;
import org.comparto.invitation.Bookings;
import org.comparto.invitation.Taken;
import org.springframework.stereotype.Component;

/** Campaigns as numbers, kept as long as document, roads and bookings stay as they are; their bounds beside them. */
@Component
class Models {

  private record Key(long id, int version, String roads, List<Taken> taken) {}

  private record BoundKey(Key of, List<Visit> locked, int served) {}

  private final CampaignRoads roads;
  private final Bookings bookings;
  private final Cache<Key, Model> models = Caffeine.newBuilder().maximumSize(20).expireAfterAccess(Duration.ofMinutes(30)).build();
  private final Cache<BoundKey, Bound> bounds = Caffeine.newBuilder().maximumSize(200).expireAfterAccess(Duration.ofMinutes(30)).build();

  Models(CampaignRoads roads, Bookings bookings) {
    this.roads = roads;
    this.bookings = bookings;
  }

  Model of(Campaign campaign) {
    Document document = campaign.question();
    return models.get(key(campaign, document), key -> Model.of(document, roads, key.taken()));
  }

  /** What no assignment that keeps the locked visits can exceed. */
  Bound bound(Campaign campaign, Model model, List<Visit> visits) {
    return bounds.get(new BoundKey(key(campaign, model.document), visits.stream().filter(Visit::locked).toList(), visits.size()), key -> Solver.bound(model.problem, visits));
  }

  private Key key(Campaign campaign, Document document) {
    List<Long> census = Document.some(document.hosts()).stream().map(Document.HostEntry::census).filter(Objects::nonNull).toList();
    List<LocalDate> days = document.dates();
    List<Taken> taken = days.isEmpty() ? List.of() : bookings.taken(census, days.get(0), days.get(days.size() - 1)).stream()
        .filter(one -> !one.about().equals("campaign:" + campaign.id())).toList();
    return new Key(campaign.id(), campaign.version(), roads.revision(), taken);
  }
}
