package dev.sarkhat.tag;

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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes tags, in the caller's transaction. */
@ApplicationScoped
class TagEditing {

  private static final String KIND = "tag";

  /** Where counting the articles stops that keep a tag. */
  private static final int COUNT_CAP = 10_000;

  private final TagRepository tags;
  private final NamesLock lock;
  private final Policy policy;
  private final Audit audit;
  private final ObjectMapper json;

  @Inject
  TagEditing(TagRepository tags, NamesLock lock, Policy policy, Audit audit, ObjectMapper json) {
    this.tags = tags;
    this.lock = lock;
    this.policy = policy;
    this.audit = audit;
    this.json = json;
  }

  /** A new tag. */
  TagDocument create(JsonFields body) {
    policy.require(Action.NAMES_EDIT);
    TagContent content = TagContent.read(body);
    lock.take();
    Tag tag = new Tag(content.slug(), content.title(), content.type(), content.lang());
    write(tag, null, content);
    tags.persistAndFlush(tag);
    return recorded("createTag", json.createObjectNode(), tag);
  }

  /**
   * Changes a tag.
   *
   * @param changed tells of what it is to say, by what it says
   */
  TagDocument change(
      String operation,
      String slug,
      @Nullable String ifMatch,
      Function<ObjectNode, JsonFields> changed) {
    Tag tag = locked(Action.NAMES_EDIT, slug, ifMatch);
    ObjectNode before = content(tag);
    write(tag, tag, TagContent.read(changed.apply(before)));
    tags.flush();
    return recorded(operation, before, tag);
  }

  /** Deletes a tag that nothing uses. */
  void delete(String slug, @Nullable String ifMatch) {
    Tag tag = locked(Action.NAMES_REMOVE, slug, ifMatch);
    requireUnused(tag);
    ObjectNode before = content(tag);
    tags.delete(tag);
    tags.flush();
    record("deleteTag", tag, before, json.createObjectNode());
  }

  /** The tag, if the caller may do this to it and has seen what they do it to. */
  Tag locked(Action action, String slug, @Nullable String ifMatch) {
    policy.require(action);
    IfMatch seen = IfMatch.of(ifMatch);
    lock.take();
    Tag tag = tags.findBySlug(slug).orElseThrow(ProblemException::notFound);
    seen.require(tag.revision());
    return tag;
  }

  ObjectNode content(Tag tag) {
    return json.valueToTree(TagContent.of(tag));
  }

  void record(String operation, Tag tag, ObjectNode before, ObjectNode after) {
    audit.record(
        operation, KIND, String.valueOf(tag.id()), null, FieldChange.between(before, after));
  }

  private void write(Tag tag, @Nullable Tag stored, TagContent content) {
    TagNames names = new TagNames(tags.getSession(), stored, content);
    names.requireFree();
    tag.edit(content.slug(), content.title(), names.aliases());
    tag.listed(content.listed()).describe(content.type(), content.description(), content.lang());
  }

  private TagDocument recorded(String operation, ObjectNode before, Tag tag) {
    record(operation, tag, before, content(tag));
    return TagDocument.of(tag);
  }

  private void requireUnused(Tag tag) {
    Object[] use =
        tags.getSession()
            .createNativeQuery(
                """
                select (select count(*) from (
                          select from article_tag where tag_id = :id limit :cap) counted),
                       (select coalesce(string_agg(m.slug, ', ' order by m.slug), '') from menu m
                        where exists (
                          select from menu_item i where i.menu_id = m.id and i.tag_id = :id)),
                       (select count(*) from tag where merged_into = :id)
                """,
                Object[].class)
            .setParameter("id", Objects.requireNonNull(tag.id()))
            .setParameter("cap", COUNT_CAP)
            .getSingleResult();
    long articles = ((Number) use[0]).longValue();
    String menus = (String) use[1];
    long merging = ((Number) use[2]).longValue();
    if (articles + merging > 0 || !menus.isEmpty()) {
      throw ProblemException.of(
          ProblemType.IN_USE,
          "It is used by: articles: "
              + articles
              + (articles == COUNT_CAP ? " or more" : "")
              + "; menus: "
              + (menus.isEmpty() ? "none" : menus)
              + "; tags that are being merged into it: "
              + merging
              + ".");
    }
  }
}
