package org.comparto.feature;

import jakarta.persistence.Column;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/**
 * What the record of every core layer carries, written side; null means not known.
 * The columns that the database derives (search text, EPSG:3857 geometry) are not mapped.
 */
@MappedSuperclass
@EntityListeners(AuditingEntityListener.class)
@NullUnmarked
public abstract class FeatureRecord {

  // One sequence for all layers, so that an id names one record of the installation; allocation 1 because SQL inserts share it.
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "feature_id")
  @SequenceGenerator(name = "feature_id", sequenceName = "feature_id_seq", allocationSize = 1)
  private Long id;

  @Version private int version;

  /** The change that made the present state; the database sets it. */
  @Column(insertable = false, updatable = false) private Long changeId;

  private String code;
  private String name;
  private String territoryCode;
  private String municipalityCode;
  private String publicationStatus;
  private String source;
  private LocalDate surveyedOn;
  private LocalDate verifiedOn;
  private LocalDate validFrom;
  private LocalDate validTo;
  private boolean demonstration;

  @CreatedDate @Column(updatable = false) private Instant createdAt;
  @CreatedBy @Column(updatable = false) private String createdBy;
  @LastModifiedDate private Instant updatedAt;
  @LastModifiedBy private String updatedBy;

  protected FeatureRecord() {}

  /** A new record: a draft until somebody publishes it. {@code code} is unique in the territory and stays for good. */
  protected FeatureRecord(String code, String territoryCode) {
    this.code = code;
    this.territoryCode = territoryCode;
    this.publicationStatus = "draft";
  }

  /** Null until the record is saved. */
  public Long id() {
    return id;
  }

  /** Grows with every change; a change based on an older version is refused. */
  public int version() {
    return version;
  }
}
