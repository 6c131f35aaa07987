package org.comparto.theme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.database.Sql;
import org.comparto.layer.Localized;
import org.comparto.picture.Photo;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps theme routes. What everybody sees was published by somebody else than who wrote it. */
@Component
class Themes {

  private static final String PUBLISHED = Sql.load("theme/published.sql").text();
  private static final String ALL = Sql.load("theme/all.sql").text();
  private static final String PICTURES = Sql.load("theme/pictures.sql").text();
  private static final int MOST_PICTURES = 12;

  private final JdbcClient db;

  Themes(JdbcClient db) {
    this.db = db;
  }

  /** The last published first. */
  List<Theme> published() {
    return db.sql(PUBLISHED).param("id", null).query(this::theme).list();
  }

  Optional<Theme> published(long id) {
    return db.sql(PUBLISHED).param("id", id).query(this::theme).optional();
  }

  /** With the latest documents, for those who write them. */
  List<Theme> all() {
    return db.sql(ALL).param("id", null).query(this::theme).list();
  }

  Theme latest(long id) {
    return db.sql(ALL).param("id", id).query(this::theme).optional().orElseThrow(() -> unknown(id));
  }

  /** What the caller may see of it: writers the latest, everybody else what is published. */
  Theme get(long id) {
    boolean writes = CurrentAccount.find().map(account -> account.may(Scope.PROPOSE)).orElse(false);
    return published(id).orElseGet(() -> {
      if (writes) {
        return latest(id);
      }
      throw unknown(id);
    });
  }

  @Transactional
  public Theme create(ThemeDocument document, CurrentAccount author, boolean demonstration) {
    Long id = db.sql("INSERT INTO theme_route (document, demonstration, author_id, author_name) VALUES (:document::jsonb, :demonstration, :author, :name) RETURNING id")
        .param("document", text(document)).param("demonstration", demonstration).param("author", author.id()).param("name", author.username()).query(Long.class).single();
    return latest(id);
  }

  /** @param version that the writer has seen */
  @Transactional
  public Theme save(long id, int version, ThemeDocument document, CurrentAccount author) {
    latest(id);
    int saved = db.sql("UPDATE theme_route SET document = :document::jsonb, author_id = :author, author_name = :name, version = version + 1, updated_at = now() "
        + "WHERE id = :id AND version = :version").param("document", text(document)).param("author", author.id()).param("name", author.username()).param("id", id)
        .param("version", version).update();
    if (saved == 0) {
      throw RefusedException.conflict("changed-meanwhile", "Somebody has changed this route meanwhile; load it again.", null);
    }
    return latest(id);
  }

  /** @throws RefusedException 403 if the reviewer wrote it */
  @Transactional
  public Theme publish(long id, CurrentAccount reviewer) {
    latest(id);
    boolean own = db.sql("SELECT author_id IS NOT DISTINCT FROM :reviewer::bigint FROM theme_route WHERE id = :id FOR UPDATE").param("reviewer", reviewer.id()).param("id", id)
        .query(Boolean.class).single();
    if (own) {
      throw new RefusedException(HttpStatus.FORBIDDEN, "two-persons", "Somebody else than who wrote a route publishes it.", null, null);
    }
    db.sql("UPDATE theme_route SET published = document, published_at = now(), version = version + 1 WHERE id = :id").param("id", id).update();
    return latest(id);
  }

  @Transactional
  public Theme withdraw(long id) {
    latest(id);
    db.sql("UPDATE theme_route SET published = NULL, published_at = NULL, version = version + 1 WHERE id = :id").param("id", id).update();
    return latest(id);
  }

  /** Only what is not published; a published one is withdrawn first, by a reviewer. */
  @Transactional
  public void delete(long id) {
    latest(id);
    if (db.sql("DELETE FROM theme_route WHERE id = :id AND published IS NULL").param("id", id).update() == 0) {
      throw RefusedException.conflict("published", "A published route is withdrawn before it is deleted.", null);
    }
  }

  /** Only to what is not published: pictures are looked at by a second person as words are. */
  @Transactional
  public Theme addPicture(long id, Photo photo, Localized alt, String credit, String licence, CurrentAccount author) {
    Theme theme = latest(id);
    changePictures(id, author);
    if (theme.pictures().size() >= MOST_PICTURES) {
      throw new InvalidInputException("photo", "A route has at most " + MOST_PICTURES + " pictures.");
    }
    db.sql("INSERT INTO theme_picture (theme_id, alt_it, alt_en, credit, licence, jpeg) VALUES (:theme, :it, :en, :credit, :licence, :jpeg)").param("theme", id)
        .param("it", alt.it()).param("en", alt.en()).param("credit", credit).param("licence", licence).param("jpeg", photo.jpeg()).update();
    return latest(id);
  }

  @Transactional
  public void removePicture(long id, long picture, CurrentAccount author) {
    latest(id);
    changePictures(id, author);
    if (db.sql("DELETE FROM theme_picture WHERE theme_id = :theme AND id = :id").param("theme", id).param("id", picture).update() == 0) {
      throw new NotFoundException("picture", "There is no such picture.");
    }
  }

  private void changePictures(long id, CurrentAccount author) {
    if (db.sql("UPDATE theme_route SET author_id = :author, author_name = :name, updated_at = now() WHERE id = :id AND published IS NULL").param("author", author.id())
        .param("name", author.username()).param("id", id).update() == 0) {
      throw RefusedException.conflict("published", "A published route is withdrawn before its pictures change.", null);
    }
  }

  /** The bytes of an uploaded one, of a route that the caller may see. */
  byte[] picture(long id, long picture) {
    get(id);
    return db.sql("SELECT jpeg FROM theme_picture WHERE theme_id = :theme AND id = :id AND jpeg IS NOT NULL").param("theme", id).param("id", picture)
        .query((row, n) -> row.getBytes(1)).optional().orElseThrow(() -> new NotFoundException("picture", "There is no such picture."));
  }

  private Theme theme(ResultSet row, int number) throws SQLException {
    long id = row.getLong("id");
    OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
    List<Theme.Picture> pictures = db.sql(PICTURES).param("theme", id).query((one, n) -> new Theme.Picture(one.getLong("id"), one.getString("href"),
        new Localized(one.getString("alt_it"), one.getString("alt_en")), one.getString("credit"), one.getString("licence"))).list();
    return new Theme(id, row.getString("state"), row.getBoolean("demonstration"), row.getInt("version"), published == null ? null : published.toInstant(),
        row.getString("author"), JsonMapper.shared().readValue(row.getString("document"), ThemeDocument.class), pictures);
  }

  private static String text(ThemeDocument document) {
    return JsonMapper.shared().writeValueAsString(document);
  }

  private static NotFoundException unknown(@Nullable Object id) {
    return new NotFoundException("id", "There is no theme route " + id + "; GET /api/themes lists those there are.");
  }
}
