package dev.sarkhat.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.json.FieldChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What is written down of principals and keys, whoever makes or changes them. */
@ApplicationScoped
class AccessAudit {

  private static final String PRINCIPAL = "principal";
  private static final String KEY = "key";

  private final Audit audit;
  private final Principals principals;
  private final KeyRegistry keys;
  private final SectionSlugs sections;
  private final ObjectMapper json;

  @Inject
  AccessAudit(
      Audit audit,
      Principals principals,
      KeyRegistry keys,
      SectionSlugs sections,
      ObjectMapper json) {
    this.audit = audit;
    this.principals = principals;
    this.keys = keys;
    this.sections = sections;
    this.json = json;
  }

  /** A principal as the log tells of one. */
  ObjectNode tree(StoredPrincipal principal) {
    return json.valueToTree(PrincipalDocument.content(principal, sections.of(principal.grants())));
  }

  /** A principal was made, is another, or is gone: then {@code after} is empty. */
  void record(
      Actor actor,
      String operation,
      StoredPrincipal principal,
      ObjectNode before,
      ObjectNode after) {
    audit.record(
        actor,
        operation,
        PRINCIPAL,
        Long.toString(principal.id()),
        null,
        FieldChange.between(before, after));
  }

  /** A key was made. */
  void recordNew(Actor actor, String operation, long principal, String id) {
    record(actor, operation, id, json.createObjectNode(), tree(principal, key(principal, id)));
  }

  /** A key is another. */
  void recordChange(Actor actor, String operation, long principal, KeyView before) {
    ObjectNode after = tree(principal, key(principal, before.id()));
    record(actor, operation, before.id(), tree(principal, before), after);
  }

  /** The application has made somebody with a key, as whoever runs it wants it. */
  void recordMade(String operation, long principal, String key) {
    Actor application = Actor.application();
    StoredPrincipal made = principals.findById(principal);
    record(application, operation, made, json.createObjectNode(), tree(made));
    recordNew(application, operation, principal, key);
  }

  private void record(
      Actor actor, String operation, String key, ObjectNode before, ObjectNode after) {
    audit.record(actor, operation, KEY, key, null, FieldChange.between(before, after));
  }

  private KeyView key(long principal, String id) {
    return keys.find(principal, id).orElseThrow();
  }

  private ObjectNode tree(long principal, KeyView key) {
    ObjectNode tree = json.valueToTree(key);
    tree.put("principalId", principal);
    return tree.without(List.of("id", "lastUsedAt", "lastUsedFrom"));
  }
}
