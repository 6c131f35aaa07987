package org.comparto.campaign;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.campaign.Document.HostEntry;
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
import tools.jackson.databind.node.ObjectNode;

/** The documents of campaigns, and what goes into them. */
@RestController
class CampaignController {

  record Listed(List<Campaigns.Listed> campaigns) {}

  /** Which hosts of the census. @param minutes length of a visit; null for what each usually takes */
  record AskedHosts(@Nullable List<Long> ids, @Nullable List<LocalDate> days, @Nullable Integer minutes) {}

  record FoundHosts(List<HostEntry> hosts) {}

  private final Campaigns campaigns;
  private final CensusHosts census;
  private final DemonstrationCampaign demonstration;

  CampaignController(Campaigns campaigns, CensusHosts census, DemonstrationCampaign demonstration) {
    this.campaigns = campaigns;
    this.census = census;
    this.demonstration = demonstration;
  }

  @GetMapping("/api/campaigns")
  ResponseEntity<Listed> list(@AuthenticationPrincipal CurrentAccount account, @RequestParam(required = false) @Nullable String territory) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Listed(campaigns.list(territory, account)));
  }

  @PostMapping("/api/campaigns")
  ResponseEntity<ObjectNode> create(@AuthenticationPrincipal CurrentAccount account, HttpServletRequest request) throws IOException {
    Campaign made = campaigns.create(Bodies.object(request), account);
    return answer(ResponseEntity.status(HttpStatus.CREATED).location(URI.create("/api/campaigns/" + made.id())), made);
  }

  @GetMapping("/api/campaigns/{id}")
  ResponseEntity<ObjectNode> get(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id) {
    return answer(ResponseEntity.ok(), campaigns.get(id, account));
  }

  @PutMapping("/api/campaigns/{id}")
  ResponseEntity<ObjectNode> save(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) throws IOException {
    campaigns.get(id, account); // who may not know of it learns nothing of what is wrong with what was sent
    return answer(ResponseEntity.ok(), campaigns.save(id, ifMatch, Bodies.object(request), account));
  }

  @DeleteMapping("/api/campaigns/{id}")
  ResponseEntity<Void> delete(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    campaigns.delete(id, ifMatch, account);
    return ResponseEntity.noContent().build();
  }

  /** Hosts of the census as a campaign has them, their windows on some days turned into slots. */
  @PostMapping("/api/campaigns/hosts")
  FoundHosts hosts(HttpServletRequest request) throws IOException {
    AskedHosts asked = Bodies.value(Bodies.object(request), AskedHosts.class);
    List<Long> ids = Document.some(asked.ids());
    List<LocalDate> days = Document.some(asked.days());
    if (ids.size() > Document.MOST_HOSTS || ids.stream().anyMatch(java.util.Objects::isNull)) {
      throw new InvalidInputException("ids", "ids has " + ids.size() + " entries; " + Document.MOST_HOSTS + " are the most");
    }
    if (days.size() > Document.MOST_DAYS || days.stream().anyMatch(java.util.Objects::isNull)) {
      throw new InvalidInputException("days", "days has " + days.size() + " entries; " + Document.MOST_DAYS + " are the most");
    }
    if (asked.minutes() != null && (asked.minutes() < 10 || asked.minutes() > 600)) {
      throw new InvalidInputException("minutes", "minutes is " + asked.minutes() + "; it must be from 10 to 600");
    }
    return new FoundHosts(census.entries(ids, days, asked.minutes()));
  }

  /** A campaign to try, invented and said to be so; nothing is kept by asking. */
  @GetMapping("/api/campaigns/demonstration")
  ObjectNode demonstration(@RequestParam(required = false) @Nullable String lang) {
    return demonstration.document();
  }

  private static ResponseEntity<ObjectNode> answer(ResponseEntity.BodyBuilder answer, Campaign campaign) {
    return answer.cacheControl(CacheControl.noStore()).eTag("\"" + campaign.version() + "\"").body(campaign.answer());
  }
}
