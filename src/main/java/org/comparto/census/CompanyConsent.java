package org.comparto.census;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** Evidence that a company granted or withdrew consent for a group of fields: who stated it, and on what day; never changed. */
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

  protected CompanyConsent() {}

  CompanyConsent(String fieldGroup, boolean granted, String statedBy, LocalDate statedOn) {
    this.fieldGroup = fieldGroup;
    this.granted = granted;
    this.statedBy = statedBy;
    this.statedOn = statedOn;
  }
}
