package dev.sarkhat.article;

import dev.sarkhat.contributor.ContributorRepository;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.section.SectionRepository;
import dev.sarkhat.source.SourceRepository;
import dev.sarkhat.tag.TagRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Finds what the filters of a list name. */
@ApplicationScoped
public class ArticleFilters {

  private final SectionRepository sections;
  private final TagRepository tags;
  private final SourceRepository sources;
  private final ContributorRepository contributors;

  @Inject
  ArticleFilters(
      SectionRepository sections,
      TagRepository tags,
      SourceRepository sources,
      ContributorRepository contributors) {
    this.sections = sections;
    this.tags = tags;
    this.sources = sources;
    this.contributors = contributors;
  }

  /**
   * What a query's parameters name, by number: one statement for each kind of thing that is named.
   *
   * @throws ProblemException naming the first parameter whose slug nothing has
   */
  public ArticleFilter of(ArticleFilterQuery query) {
    List<Set<String>> sectionSlugs = query.sections();
    List<Set<String>> tagSlugs = query.tags();
    Map<String, Long> sectionIds =
        known(
            sections::shownIdsBySlug,
            "section",
            sectionSlugs,
            "excludeSection",
            query.excludedSections());
    Map<String, Long> tagIds =
        known(tags::shownIdsBySlug, "tag", tagSlugs, "excludeTag", query.excludedTags());
    Map<String, Long> sourceIds =
        known(sources::shownIdsBySlug, "source", query.sources(), "source", Set.of());
    Map<String, Long> contributorIds =
        known(
            contributors::shownIdsBySlug,
            "contributor",
            query.contributors(),
            "contributor",
            Set.of());
    return new ArticleFilter(
        ids(sectionSlugs, sectionIds),
        ids(tagSlugs, tagIds),
        ids(query.sources(), sourceIds),
        ids(query.contributors(), contributorIds),
        query.types(),
        query.langs(),
        query.ids(),
        ids(query.excludedSections(), sectionIds),
        ids(query.excludedTags(), tagIds),
        query.from(),
        query.to());
  }

  /** Looks up the slugs of a kind in one statement, and refuses those that nothing has. */
  private static Map<String, Long> known(
      Function<Collection<String>, Map<String, Long>> lookup,
      String parameter,
      List<Set<String>> wanted,
      String excludeParameter,
      Set<String> excluded) {
    Map<String, String> parameters = new HashMap<>();
    excluded.forEach(slug -> parameters.put(slug, excludeParameter));
    wanted.forEach(any -> any.forEach(slug -> parameters.put(slug, parameter)));
    if (parameters.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> ids = lookup.apply(parameters.keySet());
    parameters.forEach(
        (slug, name) -> {
          if (!ids.containsKey(slug)) {
            throw ProblemException.ofParameter(
                ProblemType.UNKNOWN_VALUE, name, "There is no \"" + slug + "\".");
          }
        });
    return ids;
  }

  private static List<Set<Long>> ids(List<Set<String>> slugs, Map<String, Long> ids) {
    return slugs.stream().map(any -> ids(any, ids)).toList();
  }

  private static Set<Long> ids(Set<String> slugs, Map<String, Long> ids) {
    return Set.copyOf(slugs.stream().map(slug -> Objects.requireNonNull(ids.get(slug))).toList());
  }
}
