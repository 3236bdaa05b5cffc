package dev.sarkhat.article;

import dev.sarkhat.paging.Total;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One list of articles in both of its forms, the address and the SQL, for tests that look at plans
 * and at times. It relies on slugs that are made from numbers, such as {@code tag-7}.
 */
public final class SampleListing {

  private final List<String> query = new ArrayList<>();
  private final ArticleQuery parameters = new ArticleQuery();
  private final List<Set<Long>> sections = new ArrayList<>();
  private final List<Set<Long>> tags = new ArrayList<>();
  private final List<Set<Long>> sources = new ArrayList<>();
  private final List<Set<Long>> contributors = new ArrayList<>();
  private Set<Long> excludedSections = Set.of();
  private Set<Long> excludedTags = Set.of();

  /** The sections, any of them, with their subtrees. */
  public SampleListing section(long... anyOf) {
    parameters.section = add("section", parameters.section, sections, anyOf);
    return this;
  }

  /** The tags, any of them. */
  public SampleListing tag(long... anyOf) {
    parameters.tag = add("tag", parameters.tag, tags, anyOf);
    return this;
  }

  /** The sources, any of them. */
  public SampleListing source(long... anyOf) {
    parameters.source = add("source", parameters.source, sources, anyOf);
    return this;
  }

  /** The contributors, any of them. */
  public SampleListing contributor(long... anyOf) {
    parameters.contributor = add("contributor", parameters.contributor, contributors, anyOf);
    return this;
  }

  /** The types, separated by commas. */
  public SampleListing type(String anyOf) {
    parameters.type = anyOf;
    return with("type", anyOf);
  }

  /** The languages, separated by commas. */
  public SampleListing lang(String anyOf) {
    parameters.lang = anyOf;
    return with("lang", anyOf);
  }

  /** The tag whose articles are left out. */
  public SampleListing excludeTag(long tag) {
    parameters.excludeTag = "tag-" + tag;
    excludedTags = Set.of(tag);
    return with("excludeTag", parameters.excludeTag);
  }

  /** The section whose subtree is left out. */
  public SampleListing excludeSection(long section) {
    parameters.excludeSection = "section-" + section;
    excludedSections = Set.of(section);
    return with("excludeSection", parameters.excludeSection);
  }

  /** When published. */
  public SampleListing published(Instant from, Instant to) {
    parameters.from = from.toString();
    parameters.to = to.toString();
    return with("from", parameters.from).with("to", parameters.to);
  }

  /** The order, as the API names it. */
  public SampleListing sort(String order) {
    parameters.sort = order;
    return with("sort", order);
  }

  /** The name that a cursor of the list carries. */
  public String name() {
    return parameters.listName();
  }

  /** The list's address. */
  public String path() {
    return query.isEmpty() ? "/v1/articles" : "/v1/articles?" + String.join("&", query);
  }

  /** The first page, or the one that follows a position. */
  public BoundStatement page(Instant asOf, int rows, @Nullable Instant at, long id) {
    ArticlePosition after = at == null ? null : new ArticlePosition(at, id);
    return BoundStatement.of(listing(asOf).page(after, rows));
  }

  /** The count that stops at the cap of the API. */
  public BoundStatement cappedCount(Instant asOf) {
    return BoundStatement.of(listing(asOf).count(Total.CAP + 1));
  }

  private ArticleListing listing(Instant asOf) {
    ArticleFilter filter =
        new ArticleFilter(
            sections,
            tags,
            sources,
            contributors,
            parameters.types(),
            parameters.langs(),
            Set.of(),
            excludedSections,
            excludedTags,
            parameters.from(),
            parameters.to());
    return new ArticleListing(filter, parameters.sort(), asOf);
  }

  private List<String> add(
      String parameter, List<String> earlier, List<Set<Long>> choices, long... anyOf) {
    choices.add(Arrays.stream(anyOf).boxed().collect(Collectors.toCollection(LinkedHashSet::new)));
    LongFunction<String> slug = id -> parameter + "-" + id;
    String value = Arrays.stream(anyOf).mapToObj(slug).collect(Collectors.joining(","));
    with(parameter, value);
    List<String> values = new ArrayList<>(earlier);
    values.add(value);
    return values;
  }

  private SampleListing with(String parameter, String value) {
    query.add(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return this;
  }
}
