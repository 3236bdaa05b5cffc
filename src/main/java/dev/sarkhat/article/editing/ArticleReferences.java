package dev.sarkhat.article.editing;

import dev.sarkhat.access.Visible;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleTexts;
import dev.sarkhat.article.Embeds;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRepository;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.FieldError;
import dev.sarkhat.section.Section;
import dev.sarkhat.section.SectionRepository;
import dev.sarkhat.source.Source;
import dev.sarkhat.source.SourceRepository;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Looks up what an editor's changes name. */
@ApplicationScoped
class ArticleReferences {

  private final SectionRepository sections;
  private final TagRepository tags;
  private final SourceRepository sources;
  private final ContributorRepository contributors;
  private final EntityManager entities;
  private final Embeds embeds;
  private final Clock clock;

  @Inject
  ArticleReferences(
      SectionRepository sections,
      TagRepository tags,
      SourceRepository sources,
      ContributorRepository contributors,
      EntityManager entities,
      Embeds embeds,
      Clock clock) {
    this.sections = sections;
    this.tags = tags;
    this.sources = sources;
    this.contributors = contributors;
    this.entities = entities;
    this.embeds = embeds;
    this.clock = clock;
  }

  /**
   * The changes with everything in the place of its name.
   *
   * @param taken the article that is changed, or null for a new one; it keeps its slug where none
   *     is sent, and the related articles that somebody else has chosen
   * @param visible what the editor may see: articles that they cannot see are not there
   * @throws ProblemException 400 naming each slug that is of nothing
   */
  Written resolve(ArticleChanges changes, ArticleDesk.@Nullable Taken taken, Visible visible) {
    Article existing = taken == null ? null : taken.article();
    List<Long> kept = taken == null ? List.of() : taken.before().related();
    List<FieldError> errors = new ArrayList<>();
    Optional<Section> section = sections.findBySlug(changes.section());
    if (section.isEmpty()) {
      errors.add(new FieldError("/section", "is the slug of no section"));
    }
    Source source = source("/source", changes.source(), errors);
    Source original = source("/originalSource", changes.originalSource(), errors);
    List<Tag> found = tags(changes.tags(), errors);
    Map<Contributor, ContributorRole> credits = credits(changes.credits(), errors);
    related(changes.related(), existing, kept, visible, errors);
    if (section.isEmpty() || !errors.isEmpty()) {
      throw ProblemException.ofBody(errors);
    }
    ArticleContent content = content(changes, existing, section.get(), source, original);
    return new Written(content, found, credits, changes.related());
  }

  private ArticleContent content(
      ArticleChanges changes,
      @Nullable Article existing,
      Section section,
      @Nullable Source source,
      @Nullable Source original) {
    ArticleTexts texts = changes.texts();
    String slug =
        texts.slug() == null && existing != null
            ? existing.content().slug()
            : texts.slugOrOfTitle();
    return new ArticleContent(
        texts.type(),
        texts.lang(),
        texts.kicker(),
        texts.title(),
        texts.subtitle(),
        texts.lead(),
        texts.cleanBody(embeds.hosts()),
        texts.pullQuotes(),
        slug,
        section,
        source,
        texts.sourceUrl(),
        original,
        texts.originalSourceUrl(),
        changes.externalId(),
        texts.image(),
        texts.seo(),
        texts.attributes());
  }

  private @Nullable Source source(String pointer, @Nullable String slug, List<FieldError> errors) {
    if (slug == null) {
      return null;
    }
    Optional<Source> source = sources.findBySlug(slug);
    if (source.isEmpty()) {
      errors.add(new FieldError(pointer, "is the slug of no source"));
    }
    return source.orElse(null);
  }

  private List<Tag> tags(List<String> slugs, List<FieldError> errors) {
    if (slugs.isEmpty()) {
      return List.of();
    }
    // A tag that was merged meanwhile is the one it was merged into.
    Map<String, Long> ids = tags.idsBySlug(slugs);
    Map<Long, Tag> byId = new HashMap<>();
    tags.list("id in ?1", ids.values()).forEach(tag -> byId.put(tag.id(), tag));
    Set<Tag> found = new LinkedHashSet<>();
    for (int index = 0; index < slugs.size(); index++) {
      Tag tag = byId.get(ids.get(slugs.get(index)));
      if (tag == null) {
        errors.add(new FieldError("/tags/" + index, "is the slug of no tag"));
      } else {
        found.add(tag);
      }
    }
    return List.copyOf(found);
  }

  private Map<Contributor, ContributorRole> credits(
      List<ArticleChanges.CreditName> names, List<FieldError> errors) {
    Map<Contributor, ContributorRole> credits = new LinkedHashMap<>();
    for (int index = 0; index < names.size(); index++) {
      ArticleChanges.CreditName name = names.get(index);
      Optional<Contributor> contributor = contributors.findBySlug(name.slug());
      if (contributor.isEmpty()) {
        errors.add(new FieldError("/contributors/" + index, "is the slug of no contributor"));
      } else {
        credits.put(
            contributor.get(), name.role() == null ? contributor.get().role() : name.role());
      }
    }
    return credits;
  }

  private void related(
      List<Long> ids,
      @Nullable Article existing,
      List<Long> kept,
      Visible visible,
      List<FieldError> errors) {
    if (ids.isEmpty()) {
      return;
    }
    Set<Long> found =
        new HashSet<>(
            entities
                .unwrap(Session.class)
                .createQuery(
                    """
                    select a.id from Article a
                    where a.id in :ids
                      and (:everything = true or a.section.id in :sections or a.createdBy = :creator
                           or (a.status in :forReaders and a.publishedAt <= :now
                               and (a.expireAt is null or a.expireAt > :now)))
                    """,
                    Long.class)
                .setParameter("ids", ids)
                .setParameter("everything", visible.everything())
                .setParameter("sections", visible.sectionIds())
                .setParameter("creator", visible.creatorId())
                .setParameter("forReaders", ArticleStatus.FOR_READERS)
                .setParameter("now", clock.instant())
                .getResultList());
    for (int index = 0; index < ids.size(); index++) {
      String pointer = "/related/" + index;
      if (existing != null && ids.get(index).equals(existing.id())) {
        errors.add(new FieldError(pointer, "is the article itself"));
      } else if (!found.contains(ids.get(index)) && !kept.contains(ids.get(index))) {
        errors.add(new FieldError(pointer, "is the number of no article"));
      }
    }
  }
}
