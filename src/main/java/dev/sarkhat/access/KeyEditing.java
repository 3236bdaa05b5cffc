package dev.sarkhat.access;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes keys, lets one follow another, and takes them back. */
@ApplicationScoped
class KeyEditing {

  private final Principals principals;
  private final KeyRegistry keys;
  private final Administrators administrators;
  private final AccessAudit audit;
  private final Caller caller;
  private final Clock clock;

  @Inject
  KeyEditing(
      Principals principals,
      KeyRegistry keys,
      Administrators administrators,
      AccessAudit audit,
      Caller caller,
      Clock clock) {
    this.principals = principals;
    this.keys = keys;
    this.administrators = administrators;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Makes a key.
   *
   * @throws ProblemException 404, 400, or 409 for a person
   */
  @Transactional
  IssuedKey create(String operation, long principal, JsonFields body) {
    StoredPrincipal holder =
        principals.findForChange(principal).orElseThrow(ProblemException::notFound);
    KeyContent content = KeyContent.read(body, now());
    if (holder.kind() == PrincipalKind.PERSON) {
      throw ProblemException.of(
          ProblemType.CONFLICT,
          "A person comes with tokens, which end when the provider says so: make an application.");
    }
    IssuedKey issued = keys.issue(principal, content.expiresAt(), caller.principal().id());
    audit.recordNew(Actor.of(caller), operation, principal, issued.id());
    return issued;
  }

  /**
   * Makes the key that follows another, which ends after the overlap.
   *
   * @throws ProblemException 404, 400, or 409 if the old one has ended or is the first key
   */
  @Transactional
  IssuedKey rotate(String operation, long principal, String id, JsonFields body) {
    KeyView old = find(principal, id);
    Instant now = now();
    KeyRotation rotation = KeyRotation.read(body, now);
    if (!old.isValidAt(now)) {
      throw ProblemException.of(
          ProblemType.CONFLICT, "The key has ended, and nothing follows it: make another.");
    }
    if (old.bootstrap()) {
      throw ProblemException.of(
          ProblemType.CONFLICT, "The first key is not followed by another: make one for an admin.");
    }
    Instant end = rotation.endOfNext(old.createdAt(), keys.plannedEnd(id), now);
    IssuedKey issued = keys.issue(principal, end, caller.principal().id());
    audit.recordNew(Actor.of(caller), operation, principal, issued.id());
    keys.end(id, now.plus(rotation.overlap()));
    audit.recordChange(Actor.of(caller), operation, principal, old);
    return issued;
  }

  /**
   * Takes a key back, from the answer on. To take back one that was is nothing new.
   *
   * @throws ProblemException 404, or 409 if no admin would be left
   */
  @Transactional
  void revoke(String operation, long principal, String id) {
    KeyView old = find(principal, id);
    if (old.revokedAt() != null) {
      return;
    }
    administrators.keepOne(() -> keys.revoke(id));
    audit.recordChange(Actor.of(caller), operation, principal, old);
  }

  private KeyView find(long principal, String id) {
    return keys.find(principal, id).orElseThrow(ProblemException::notFound);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
