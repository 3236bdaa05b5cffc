package dev.sarkhat.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.MergePatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.json.FieldError;
import dev.sarkhat.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** Makes and changes those who may come. */
@ApplicationScoped
class PrincipalEditing {

  private final Principals principals;
  private final Administrators administrators;
  private final SectionSlugs sections;
  private final AccessAudit audit;
  private final Caller caller;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  PrincipalEditing(
      Principals principals,
      Administrators administrators,
      SectionSlugs sections,
      AccessAudit audit,
      Caller caller,
      ObjectMapper json,
      Clock clock) {
    this.principals = principals;
    this.administrators = administrators;
    this.sections = sections;
    this.audit = audit;
    this.caller = caller;
    this.json = json;
    this.clock = clock;
  }

  /** Makes a program. */
  @Transactional
  PrincipalDocument create(String operation, JsonFields body) {
    Accepted accepted = accept(body);
    StoredPrincipal created =
        StoredPrincipal.application(accepted.content().name(), clock.instant());
    apply(accepted, created);
    principals.persistAndFlush(created);
    PrincipalDocument document = document(created);
    record(operation, created, json.createObjectNode(), audit.tree(created));
    return document;
  }

  /**
   * Replaces what is said of somebody.
   *
   * @throws ProblemException 404, 412, 400, or 409 if no admin would be left
   */
  @Transactional
  PrincipalDocument replace(String operation, long id, IfMatch condition, JsonFields body) {
    return change(operation, id, condition, before -> body);
  }

  /** Changes some of what is said of somebody; see {@link #replace}. */
  @Transactional
  PrincipalDocument patch(String operation, long id, IfMatch condition, MergePatch patch) {
    return change(operation, id, condition, patch::applyTo);
  }

  private PrincipalDocument change(
      String operation, long id, IfMatch condition, Function<ObjectNode, JsonFields> content) {
    StoredPrincipal principal = find(id);
    condition.require(principal.revision());
    ObjectNode before = audit.tree(principal);
    Accepted accepted = accept(content.apply(before));
    administrators.keepOne(() -> apply(accepted, principal));
    PrincipalDocument document = document(principal);
    record(operation, principal, before, audit.tree(principal));
    return document;
  }

  /**
   * Deletes somebody with their keys and grants. A person whom a provider still knows comes back
   * with their next token: {@code disabled} keeps them out.
   *
   * @throws ProblemException 404, 412, or 409 if no admin would be left or something names them
   */
  @Transactional
  void delete(String operation, long id, IfMatch condition) {
    StoredPrincipal principal = find(id);
    condition.require(principal.revision());
    ObjectNode before = audit.tree(principal);
    try {
      administrators.keepOne(() -> principals.delete(principal));
    } catch (ConstraintViolationException used) {
      throw ProblemException.of(
          ProblemType.IN_USE,
          "They have made something that names them: disable them, and they stay known.");
    }
    record(operation, principal, before, json.createObjectNode());
  }

  private StoredPrincipal find(long id) {
    return principals.findForChange(id).orElseThrow(ProblemException::notFound);
  }

  /** A body that can be stored. */
  private record Accepted(PrincipalContent content, List<Grant> grants) {}

  private Accepted accept(JsonFields body) {
    PrincipalContent content = PrincipalContent.read(body);
    List<FieldError> errors = new ArrayList<>(body.errors());
    Map<String, Long> ids =
        sections.ids(
            content.grants().stream()
                .map(GrantContent::section)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    List<Grant> grants = new ArrayList<>();
    for (GrantContent each : content.grants()) {
      Long section = each.section() == null ? null : ids.get(each.section());
      if (each.section() != null && section == null && errors.isEmpty()) {
        errors.add(new FieldError("/grants/" + grants.size() + "/section", "is no section's slug"));
      }
      grants.add(new Grant(Role.of(each.role()), section));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.ofBody(errors);
    }
    return new Accepted(content, grants);
  }

  private void apply(Accepted accepted, StoredPrincipal principal) {
    principal.rename(accepted.content().name());
    principal.disable(accepted.content().disabled(), clock.instant());
    principal.grant(accepted.grants(), clock.instant(), caller.principal().id());
  }

  private PrincipalDocument document(StoredPrincipal principal) {
    return PrincipalDocument.of(principal, sections.of(principal.grants()));
  }

  private void record(
      String operation, StoredPrincipal principal, ObjectNode before, ObjectNode after) {
    audit.record(Actor.of(caller), operation, principal, before, after);
  }
}
