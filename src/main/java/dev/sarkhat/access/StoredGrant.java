package dev.sarkhat.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role that somebody has somewhere, and how they came by it. */
@Embeddable
class StoredGrant {

  private String role;

  @Column(name = "section_id")
  private @Nullable Long sectionId;

  @Column(name = "granted_at")
  private Instant grantedAt;

  @Column(name = "granted_by")
  private @Nullable Long grantedBy;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StoredGrant() {}

  StoredGrant(Grant grant, Instant grantedAt, @Nullable Long grantedBy) {
    this.role = grant.role().value();
    this.sectionId = grant.sectionId();
    this.grantedAt = grantedAt;
    this.grantedBy = grantedBy;
  }

  Grant grant() {
    return new Grant(Role.of(role), sectionId);
  }
}
