package dev.sarkhat.search;

import dev.sarkhat.article.ArticleSummaries;
import dev.sarkhat.article.ArticleSummary;
import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.ChangeTailer;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.paging.Page;
import dev.sarkhat.search.ShownNames.ShownName;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.index.SearchIndexException;
import dev.sarkhat.text.lexeme.Prefixes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Completes what is being typed. */
@ApplicationScoped
class Suggestions {

  private static final Fields<ArticleSummary> TITLES =
      Fields.of(ArticleSummary.class, "id,title,slug,path");

  /** Names take up to this part of the list, so that there is room for titles. */
  private static final int NAMES_PART = 2;

  /** In this order: there are few sections, and they are what most readers mean. */
  private static final Map<EntityKind, Suggestion.Type> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put(EntityKind.SECTION, Suggestion.Type.SECTION);
    NAMES.put(EntityKind.TAG, Suggestion.Type.TAG);
    NAMES.put(EntityKind.CONTRIBUTOR, Suggestion.Type.CONTRIBUTOR);
  }

  private final SearchEngine engine;
  private final SearchSettings settings;
  private final ChangeTailer tailer;
  private final ArticleSummaries summaries;
  private final ShownNames shownNames;
  private final Rendering rendering;

  @Inject
  Suggestions(
      SearchEngine engine,
      SearchSettings settings,
      ChangeTailer tailer,
      ArticleSummaries summaries,
      ShownNames shownNames,
      Rendering rendering) {
    this.engine = engine;
    this.settings = settings;
    this.tailer = tailer;
    this.summaries = summaries;
    this.shownNames = shownNames;
    this.rendering = rendering;
  }

  /** What begins with what was typed. */
  Page<Suggestion> of(SuggestQuery query) {
    int limit = query.limit();
    List<String> prefixes = Prefixes.query(query.q());
    NAMES.keySet().forEach(rendering::showsAll);
    rendering.showsAll(EntityKind.ARTICLE);
    rendering.listsShown();
    if (!engine.knows(tailer.number(), settings.longestWait())) {
      rendering.passes();
    }
    if (prefixes.isEmpty()) {
      return Page.last(List.of(), limit);
    }
    try {
      return Page.last(found(engine.index(), prefixes, limit), limit);
    } catch (SearchIndexException failed) {
      engine.failed(failed);
      throw ProblemException.unavailable("The search index cannot answer just now.");
    }
  }

  private List<Suggestion> found(SearchIndex index, List<String> prefixes, int limit) {
    List<Suggestion> names = names(index, prefixes, limit);
    List<Suggestion> titles = titles(index, prefixes, limit);
    int room = Math.max(limit / NAMES_PART, limit - titles.size());
    List<Suggestion> found = new ArrayList<>(names.subList(0, Math.min(room, names.size())));
    found.addAll(titles.subList(0, Math.min(limit - found.size(), titles.size())));
    return found;
  }

  private List<Suggestion> names(SearchIndex index, List<String> prefixes, int limit) {
    List<NameKey> keys = index.names(prefixes, NAMES.keySet(), limit);
    List<Suggestion> names = new ArrayList<>();
    NAMES.forEach(
        (kind, type) -> {
          List<Long> ids =
              keys.stream().filter(key -> key.kind() == kind).map(NameKey::id).toList();
          Map<Long, ShownName> shown = shownNames.of(kind, ids);
          ids.stream()
              .map(shown::get)
              .filter(Objects::nonNull)
              .map(name -> new Suggestion(type, null, name.slug(), name.title(), name.path()))
              .forEach(names::add);
        });
    return names;
  }

  private List<Suggestion> titles(SearchIndex index, List<String> prefixes, int limit) {
    List<Long> ids = index.titles(prefixes, rendering.asOf(), limit);
    return summaries.of(ids, TITLES, null).stream()
        .map(
            article ->
                new Suggestion(
                    Suggestion.Type.ARTICLE,
                    article.id(),
                    Objects.requireNonNull(article.slug()),
                    Objects.requireNonNull(article.title()),
                    Objects.requireNonNull(article.path())))
        .toList();
  }
}
