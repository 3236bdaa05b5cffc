package dev.sarkhat.source;

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

/** Makes, changes and deletes sources, in the caller's transaction. */
@ApplicationScoped
class SourceEditing {

  private static final String KIND = "source";

  private final SourceRepository sources;
  private final NamesLock lock;
  private final Policy policy;
  private final Audit audit;
  private final ObjectMapper json;

  @Inject
  SourceEditing(
      SourceRepository sources, NamesLock lock, Policy policy, Audit audit, ObjectMapper json) {
    this.sources = sources;
    this.lock = lock;
    this.policy = policy;
    this.audit = audit;
    this.json = json;
  }

  /** A new source. */
  SourceDocument create(JsonFields body) {
    policy.require(Action.NAMES_EDIT);
    SourceContent content = SourceContent.read(body);
    lock.take();
    requireFree(content, null);
    Source source = new Source(content.slug(), content.title(), content.lang());
    write(source, content);
    sources.persistAndFlush(source);
    return recorded("createSource", json.createObjectNode(), source);
  }

  /**
   * Changes a source.
   *
   * @param changed tells of what it is to say, by what it says
   */
  SourceDocument change(
      String operation,
      String slug,
      @Nullable String ifMatch,
      Function<ObjectNode, JsonFields> changed) {
    Source source = locked(Action.NAMES_EDIT, slug, ifMatch);
    ObjectNode before = content(source);
    SourceContent content = SourceContent.read(changed.apply(before));
    requireFree(content, source);
    source.rename(content.slug(), content.title());
    write(source, content);
    sources.flush();
    return recorded(operation, before, source);
  }

  /** Deletes a source that nothing uses. */
  void delete(String slug, @Nullable String ifMatch) {
    Source source = locked(Action.NAMES_REMOVE, slug, ifMatch);
    long articles = sources.use(source);
    if (articles > 0) {
      throw ProblemException.of(
          ProblemType.IN_USE,
          "It is used by: articles: "
              + articles
              + (articles == SourceRepository.COUNT_CAP ? " or more." : "."));
    }
    ObjectNode before = content(source);
    sources.delete(source);
    sources.flush();
    record("deleteSource", source, before, json.createObjectNode());
  }

  private Source locked(Action action, String slug, @Nullable String ifMatch) {
    policy.require(action);
    IfMatch seen = IfMatch.of(ifMatch);
    lock.take();
    Source source = sources.findBySlug(slug).orElseThrow(ProblemException::notFound);
    seen.require(source.revision());
    return source;
  }

  private void requireFree(SourceContent content, @Nullable Source own) {
    if (isAnother(sources.idsBySlug(List.of(content.slug())).get(content.slug()), own)) {
      throw ProblemException.taken("/slug", "is the slug of another source");
    }
    String key = MatchKey.of(content.title());
    if (isAnother(sources.idsByMatchKey(List.of(key)).get(key), own)) {
      throw ProblemException.taken("/title", "is a spelling of another source's title");
    }
  }

  private static boolean isAnother(@Nullable Long holder, @Nullable Source own) {
    return holder != null && (own == null || !holder.equals(own.id()));
  }

  private static void write(Source source, SourceContent content) {
    source.listed(content.listed()).describe(content.description(), content.url(), content.lang());
  }

  private SourceDocument recorded(String operation, ObjectNode before, Source source) {
    record(operation, source, before, content(source));
    return SourceDocument.of(source);
  }

  private ObjectNode content(Source source) {
    return json.valueToTree(SourceContent.of(source));
  }

  private void record(String operation, Source source, ObjectNode before, ObjectNode after) {
    audit.record(
        operation, KIND, String.valueOf(source.id()), null, FieldChange.between(before, after));
  }
}
