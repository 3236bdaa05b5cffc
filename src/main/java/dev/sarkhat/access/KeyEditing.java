package dev.sarkhat.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.json.FieldChange;
import dev.sarkhat.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes keys, lets one follow another, and takes them back. */
@ApplicationScoped
class KeyEditing {

  private static final String KIND = "key";

  private final Principals principals;
  private final KeyRegistry keys;
  private final Administrators administrators;
  private final Audit audit;
  private final Caller caller;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  KeyEditing(
      Principals principals,
      KeyRegistry keys,
      Administrators administrators,
      Audit audit,
      Caller caller,
      ObjectMapper json,
      Clock clock) {
    this.principals = principals;
    this.keys = keys;
    this.administrators = administrators;
    this.audit = audit;
    this.caller = caller;
    this.json = json;
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
    recordIssue(operation, principal, issued);
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
    recordIssue(operation, principal, issued);
    keys.end(id, now.plus(rotation.overlap()));
    recordChange(operation, principal, old);
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
    recordChange(operation, principal, old);
  }

  private KeyView find(long principal, String id) {
    return keys.find(principal, id).orElseThrow(ProblemException::notFound);
  }

  private void recordIssue(String operation, long principal, IssuedKey issued) {
    KeyView issuedView = find(principal, issued.id());
    audit.record(
        operation,
        KIND,
        issued.id(),
        null,
        FieldChange.between(json.createObjectNode(), tree(principal, issuedView)));
  }

  private void recordChange(String operation, long principal, KeyView before) {
    KeyView after = find(principal, before.id());
    audit.record(
        operation,
        KIND,
        before.id(),
        null,
        FieldChange.between(tree(principal, before), tree(principal, after)));
  }

  private ObjectNode tree(long principal, KeyView key) {
    ObjectNode tree = json.valueToTree(key);
    tree.put("principalId", principal);
    return tree.without(List.of("id", "lastUsedAt", "lastUsedFrom"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
