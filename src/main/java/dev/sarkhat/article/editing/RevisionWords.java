package dev.sarkhat.article.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Turns a revision's words into what is written in an article. They have been normalised and
 * sanitised when they were saved, and stay as they are; what they name is found by number, so a
 * section or a tag that has another slug today is the same, and a tag that was merged is the other.
 */
@ApplicationScoped
class RevisionWords {

  private final EntityManager entities;
  private final TagRepository tags;
  private final ObjectMapper json;

  @Inject
  RevisionWords(EntityManager entities, TagRepository tags, ObjectMapper json) {
    this.entities = entities;
    this.tags = tags;
    this.json = json;
  }

  /**
   * What the revision says.
   *
   * @throws ProblemException 409 if something that it names is there no more
   */
  Written of(Article article, int revision, ObjectNode content) {
    NamedThings named = named(article, revision);
    ArticleContentDocument words = read(content.toString(), ArticleContentDocument.class);
    Section section = find(Section.class, Objects.requireNonNull(named.section()));
    return new Written(
        new ArticleContent(
            Objects.requireNonNull(words.type()),
            Objects.requireNonNull(words.lang()),
            words.kicker(),
            words.title(),
            words.subtitle(),
            words.lead(),
            words.body(),
            Objects.requireNonNullElse(words.pullQuotes(), List.of()),
            Objects.requireNonNull(words.slug()),
            section,
            source(named.source()),
            words.sourceUrl(),
            source(named.originalSource()),
            words.originalSourceUrl(),
            words.externalId(),
            words.image(),
            words.seo(),
            Objects.requireNonNullElse(words.attributes(), Map.of())),
        tags(named),
        credits(named, words),
        stillThere(Objects.requireNonNullElse(words.related(), List.of())));
  }

  private NamedThings named(Article article, int revision) {
    return read(
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                """
                select cast(named as text) from article_revision
                where article_id = :article and revision = :revision
                """,
                String.class)
            .setParameter("article", article.id())
            .setParameter("revision", revision)
            .getSingleResult(),
        NamedThings.class);
  }

  private @Nullable Source source(@Nullable Long id) {
    return id == null ? null : find(Source.class, id);
  }

  private List<Tag> tags(NamedThings named) {
    List<Long> ids = named.tags().stream().map(Objects::requireNonNull).toList();
    Map<Long, Long> merged = ids.isEmpty() ? Map.of() : tags.idsAfterMerges(ids);
    Set<Tag> found = new LinkedHashSet<>();
    for (Long id : ids) {
      found.add(find(Tag.class, merged.getOrDefault(id, id)));
    }
    return List.copyOf(found);
  }

  private Map<Contributor, ContributorRole> credits(
      NamedThings named, ArticleContentDocument words) {
    Map<Contributor, ContributorRole> credits = new LinkedHashMap<>();
    List<ArticleContentDocument.Credit> told =
        Objects.requireNonNullElse(words.contributors(), List.of());
    for (int index = 0; index < named.contributors().size(); index++) {
      long id = Objects.requireNonNull(named.contributors().get(index));
      credits.put(find(Contributor.class, id), told.get(index).role());
    }
    return credits;
  }

  private <T> T find(Class<T> type, long id) {
    T found = entities.find(type, id);
    if (found == null) {
      throw ProblemException.of(
          ProblemType.CONFLICT,
          "The revision names a "
              + type.getSimpleName().toLowerCase(Locale.ROOT)
              + " that has been deleted: change the article instead.");
    }
    return found;
  }

  private List<Long> stillThere(List<Long> related) {
    if (related.isEmpty()) {
      return related;
    }
    List<Long> there =
        entities
            .unwrap(Session.class)
            .createQuery("select a.id from Article a where a.id in :ids", Long.class)
            .setParameter("ids", related)
            .getResultList();
    return related.stream().filter(there::contains).toList();
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was written can be read", impossible);
    }
  }
}
