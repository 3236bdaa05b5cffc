package dev.sarkhat.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who may come, with what they may do; {@link Principal} is one who has come. */
@Entity
@Table(name = "principal")
class StoredPrincipal {

  /** The longest name, in characters. */
  static final int NAME_LENGTH = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "principal_seq")
  @SequenceGenerator(name = "principal_seq", sequenceName = "principal_seq", allocationSize = 50)
  private @Nullable Long id;

  @Version private int revision;

  @Enumerated(EnumType.STRING)
  private PrincipalKind kind;

  private String name;
  private @Nullable String issuer;
  private @Nullable String subject;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "disabled_at")
  private @Nullable Instant disabledAt;

  @ElementCollection
  @CollectionTable(name = "role_grant", joinColumns = @JoinColumn(name = "principal_id"))
  private List<StoredGrant> grants = new ArrayList<>();

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StoredPrincipal() {}

  private StoredPrincipal(
      PrincipalKind kind,
      String name,
      @Nullable String issuer,
      @Nullable String subject,
      Instant createdAt) {
    this.kind = kind;
    this.name = name;
    this.issuer = issuer;
    this.subject = subject;
    this.createdAt = createdAt;
  }

  /** A program, which comes with keys. */
  static StoredPrincipal application(String name, Instant now) {
    return new StoredPrincipal(PrincipalKind.APPLICATION, name, null, null, now);
  }

  /** A person, who comes with tokens of an OpenID Connect provider that calls them so. */
  static StoredPrincipal person(String name, String issuer, String subject, Instant now) {
    return new StoredPrincipal(PrincipalKind.PERSON, name, issuer, subject, now);
  }

  void rename(String newName) {
    name = newName;
  }

  /** Takes none of their credentials any more, or takes them again. */
  void disable(boolean disabled, Instant now) {
    if (!disabled) {
      disabledAt = null;
    } else if (disabledAt == null) {
      disabledAt = now;
    }
  }

  /** Gives them these roles and no others. Those that they have stay as they were given. */
  void grant(List<Grant> wanted, Instant now, @Nullable Long by) {
    Set<Grant> missing = new HashSet<>(wanted);
    grants.removeIf(each -> !missing.remove(each.grant()));
    for (Grant each : missing) {
      grants.add(new StoredGrant(each, now, by));
    }
  }

  /** Their number; they have to be stored. */
  long id() {
    return Objects.requireNonNull(id);
  }

  int revision() {
    return revision;
  }

  PrincipalKind kind() {
    return kind;
  }

  String name() {
    return name;
  }

  /** Who knows the person; null for a program. */
  @Nullable String issuer() {
    return issuer;
  }

  /** What the issuer calls the person; null for a program. */
  @Nullable String subject() {
    return subject;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** Since when none of their credentials is taken; null if they are. */
  @Nullable Instant disabledAt() {
    return disabledAt;
  }

  List<Grant> grants() {
    return grants.stream().map(StoredGrant::grant).toList();
  }
}
