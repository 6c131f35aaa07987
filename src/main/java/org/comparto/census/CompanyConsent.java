package org.comparto.census;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** Evidence that a company granted or withdrew consent for a group of fields: who stated it, when, to which text; never changed. */
@Entity
@Immutable
@NullUnmarked
class CompanyConsent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String fieldGroup;
  private boolean granted;
  private String statedBy;
  private LocalDate statedOn;
  @Column(insertable = false, updatable = false) private Instant statedAt;
  private String way;
  private String textVersion;
  private String recordedBy;

  protected CompanyConsent() {}

  CompanyConsent(Statement statement) {
    this.fieldGroup = statement.group();
    this.granted = statement.granted();
    this.statedBy = statement.by();
    this.statedOn = statement.on();
    this.way = statement.way();
    this.textVersion = statement.textVersion();
    this.recordedBy = statement.recordedBy();
  }
}
