package org.comparto.owner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comparto.account.SourceThrottle;
import org.comparto.database.Sql;
import org.comparto.inquiry.FormStamps;
import org.comparto.mail.Words;
import org.comparto.owner.Questions.Question;
import org.comparto.picture.Photo;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes offers of plots in. What they say of the plot reaches the desk as a proposal once the address is confirmed. */
@Component
class Offers {

  private static final String KIND = "offers";
  /** Whose address the desk had already is not asked for a consent: they answer what they were asked. */
  private static final String BY_LINK = "by link";
  private static final String NUMBER = Sql.load("owner/offer-number.sql").text();
  private static final String CREATE = Sql.load("owner/offer-create.sql").text();
  private static final String OFFERS = Sql.load("owner/offers.sql").text();

  private record Number(long id, String ticket) {}

  private final JdbcClient db;
  private final SourceThrottle throttle;
  private final FormStamps stamps;
  private final HandOver handOver;
  private final OwnerMails mails;
  private final OwnerProperties properties;

  Offers(JdbcClient db, SourceThrottle throttle, FormStamps stamps, HandOver handOver, OwnerMails mails, OwnerProperties properties) {
    this.db = db;
    this.throttle = throttle;
    this.stamps = stamps;
    this.handOver = handOver;
    this.mails = mails;
    this.properties = properties;
  }

  /** @param address of the sender; it is counted and not kept with the offer */
  @Transactional
  public Offer accept(NewOffer offer, @Nullable Photo photo, String address) {
    throttle.takeTurn(KIND, address);
    stamps.check(offer.form(), Instant.now());
    throttle.count(KIND, address, properties.offersPerHour());
    Number number = db.sql(NUMBER).query(Number.class).single();
    ObjectNode plot = asPlot(offer, number.ticket());
    HandOver.Where where = handOver.check(plot, offer.geometry(), null);
    boolean confirmable = mails.canBeSent();
    String state = offer.isFromAMachine() ? "spam" : "unconfirmed";
    NewOffer.Contact contact = offer.contact();
    create(number, state, null, false, where, offer.language(), contact.offeredBy(), contact.organisation(), contact.name(), contact.email(),
        contact.phone(), offer.message(), ConsentText.VERSION, plot, offer.geometry());
    if (photo != null) {
      db.sql("INSERT INTO plot_offer_photo (offer_id, width, height, jpeg) VALUES (:offer, :width, :height, :jpeg)").param("offer", number.id())
          .param("width", photo.width()).param("height", photo.height()).param("jpeg", photo.jpeg()).update();
    }
    if (state.equals("unconfirmed")) {
      ask(number.id(), confirmable);
    }
    return find(number.id()).orElseThrow();
  }

  /** A change of a plot by its owner, who came by the link of a question. */
  @Transactional
  public long change(Question question, ObjectNode changes, @Nullable JsonNode geometry, @Nullable String message) {
    Number number = db.sql(NUMBER).query(Number.class).single();
    HandOver.Where where = handOver.check(changes, geometry, question.plotId());
    create(number, "received", question.plotId(), true, where, question.language(), "owner", null, null, question.email(), null, message, BY_LINK, changes, geometry);
    handOver.submit(find(number.id()).orElseThrow());
    addMail(number.id(), "receipt");
    return number.id();
  }

  /** The address is its owner's; done twice it is done. */
  @Transactional
  public Offer confirm(long id) {
    Offer offer = lock(id);
    if (offer.state().equals("unconfirmed") || offer.confirmedAt() == null && offer.state().equals("received")) {
      db.sql("UPDATE plot_offer SET confirmed_at = now(), state = 'received' WHERE id = :id").param("id", id).update();
      if (offer.proposalId() == null) {
        handOver.submit(offer);
      }
      addMail(id, "receipt");
    }
    return find(id).orElseThrow();
  }

  /** The desk says that it is no spam. */
  @Transactional
  public void release(long id) {
    if (!lock(id).state().equals("spam")) {
      throw RefusedException.conflict("no-spam", "This offer is not among the spam.", "id");
    }
    db.sql("UPDATE plot_offer SET state = 'unconfirmed' WHERE id = :id").param("id", id).update();
    ask(id, mails.canBeSent());
  }

  Optional<Offer> find(long id) {
    return db.sql(OFFERS).param("id", id).param("territory", null).param("state", null).param("before", null).param("limit", 1).query(Offer.class).optional();
  }

  /** @throws NotFoundException if there is none that who acts in this territory may see; null for all territories */
  Offer get(long id, @Nullable String territory) {
    return find(id).filter(offer -> territory == null || territory.equals(offer.territoryCode()))
        .orElseThrow(() -> new NotFoundException("id", "There is no offer " + id + "."));
  }

  /** @param before the id of the last one seen; null for the newest */
  List<Offer> list(@Nullable String state, @Nullable String territory, @Nullable Long before, int limit) {
    return db.sql(OFFERS).param("id", null).param("territory", territory).param("state", state).param("before", before).param("limit", limit)
        .query(Offer.class).list();
  }

  void addMail(long id, String kind) {
    db.sql("INSERT INTO owner_mail (kind, offer_id) VALUES (:kind, :id)").param("kind", kind).param("id", id).update();
  }

  /** Where no mail can be sent nobody could ever confirm: the desk gets it as it is and sees that the address is not confirmed. */
  private void ask(long id, boolean confirmable) {
    if (confirmable) {
      addMail(id, "confirmation");
    } else {
      handOver.submit(find(id).orElseThrow());
      db.sql("UPDATE plot_offer SET state = 'received' WHERE id = :id").param("id", id).update();
    }
  }

  private Offer lock(long id) {
    db.sql("SELECT id FROM plot_offer WHERE id = :id FOR UPDATE").param("id", id).query(Long.class).optional();
    return find(id).orElseThrow(() -> new NotFoundException("token", "This link opens no offer."));
  }

  /** What the layer asks for beside what people are asked: who owns it is for the desk only. */
  private static ObjectNode asPlot(NewOffer offer, String ticket) {
    ObjectNode plot = offer.plot().deepCopy();
    NewOffer.Contact contact = offer.contact();
    plot.put("code", ticket);
    if (plot.path("status").isMissingNode() || plot.path("status").isNull()) {
      plot.put("status", "available");
    }
    plot.put("source", Words.in("owner", offer.language()).say("source." + contact.offeredBy()));
    if (contact.offeredBy().equals("owner")) {
      plot.put("owner_name", contact.organisation() == null ? contact.name() : contact.organisation() + ", " + contact.name());
    }
    plot.put("owner_contact", contact.phone() == null ? contact.email() : contact.email() + ", " + contact.phone());
    return plot;
  }

  private void create(Number number, String state, @Nullable Long plot, boolean confirmed, HandOver.Where where, String language, String offeredBy,
      @Nullable String organisation, @Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String message, String consent,
      ObjectNode properties, @Nullable JsonNode geometry) {
    db.sql(CREATE).param("id", number.id()).param("ticket", number.ticket()).param("state", state).param("plot", plot).param("confirmed", confirmed)
        .param("territory", where.territory()).param("municipality", where.municipality()).param("language", language).param("offered_by", offeredBy)
        .param("organisation", organisation).param("contact_name", name).param("email", email).param("phone", phone).param("message", message)
        .param("consent", consent).param("properties", properties.toString()).param("geometry", geometry == null ? null : geometry.toString())
        .update();
  }
}
