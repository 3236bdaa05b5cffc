package dev.sarkhat.contributor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Action;
import dev.sarkhat.access.Audit;
import dev.sarkhat.access.Policy;
import dev.sarkhat.database.NamesLock;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.json.FieldChange;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.text.MatchKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes contributors, in the caller's transaction. */
@ApplicationScoped
class ContributorEditing {

  private static final String KIND = "contributor";

  private final ContributorRepository contributors;
  private final NamesLock lock;
  private final Policy policy;
  private final Audit audit;
  private final ObjectMapper json;

  @Inject
  ContributorEditing(
      ContributorRepository contributors,
      NamesLock lock,
      Policy policy,
      Audit audit,
      ObjectMapper json) {
    this.contributors = contributors;
    this.lock = lock;
    this.policy = policy;
    this.audit = audit;
    this.json = json;
  }

  /** A new contributor. */
  ContributorDocument create(JsonFields body) {
    policy.require(Action.NAMES_EDIT);
    ContributorContent content = ContributorContent.read(body);
    lock.take();
    requireFree(content, null);
    Contributor contributor =
        new Contributor(content.slug(), content.name(), content.role(), content.lang());
    write(contributor, content);
    contributors.persistAndFlush(contributor);
    return recorded("createContributor", json.createObjectNode(), contributor);
  }

  /**
   * Changes a contributor.
   *
   * @param changed tells of what it is to say, by what it says
   */
  ContributorDocument change(
      String operation,
      String slug,
      @Nullable String ifMatch,
      Function<ObjectNode, JsonFields> changed) {
    Contributor contributor = locked(Action.NAMES_EDIT, slug, ifMatch);
    ObjectNode before = content(contributor);
    ContributorContent content = ContributorContent.read(changed.apply(before));
    requireFree(content, contributor);
    contributor.rename(content.slug(), content.name());
    write(contributor, content);
    contributors.flush();
    return recorded(operation, before, contributor);
  }

  /** Deletes a contributor that nothing uses. */
  void delete(String slug, @Nullable String ifMatch) {
    Contributor contributor = locked(Action.NAMES_REMOVE, slug, ifMatch);
    long articles = contributors.use(contributor);
    if (articles > 0) {
      throw ProblemException.of(
          ProblemType.IN_USE,
          "It is used by: articles: "
              + articles
              + (articles == ContributorRepository.COUNT_CAP ? " or more." : "."));
    }
    ObjectNode before = content(contributor);
    contributors.delete(contributor);
    contributors.flush();
    record("deleteContributor", contributor, before, json.createObjectNode());
  }

  private Contributor locked(Action action, String slug, @Nullable String ifMatch) {
    policy.require(action);
    IfMatch seen = IfMatch.of(ifMatch);
    lock.take();
    Contributor contributor = contributors.findBySlug(slug).orElseThrow(ProblemException::notFound);
    seen.require(contributor.revision());
    return contributor;
  }

  private void requireFree(ContributorContent content, @Nullable Contributor own) {
    if (isAnother(contributors.idsBySlug(List.of(content.slug())).get(content.slug()), own)) {
      throw ProblemException.taken("/slug", "is the slug of another contributor");
    }
    String key = MatchKey.of(content.name());
    if (isAnother(contributors.idsByMatchKey(List.of(key)).get(key), own)) {
      throw ProblemException.taken("/name", "is a spelling of another contributor's name");
    }
  }

  private static boolean isAnother(@Nullable Long holder, @Nullable Contributor own) {
    return holder != null && (own == null || !holder.equals(own.id()));
  }

  private static void write(Contributor contributor, ContributorContent content) {
    contributor
        .listed(content.listed())
        .describe(content.role(), content.description(), content.url(), content.lang());
  }

  private ContributorDocument recorded(
      String operation, ObjectNode before, Contributor contributor) {
    record(operation, contributor, before, content(contributor));
    return ContributorDocument.of(contributor);
  }

  private ObjectNode content(Contributor contributor) {
    return json.valueToTree(ContributorContent.of(contributor));
  }

  private void record(
      String operation, Contributor contributor, ObjectNode before, ObjectNode after) {
    audit.record(
        operation,
        KIND,
        String.valueOf(contributor.id()),
        null,
        FieldChange.between(before, after));
  }
}
