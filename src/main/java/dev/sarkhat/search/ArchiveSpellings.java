package dev.sarkhat.search;

import dev.sarkhat.search.index.SearchIndexException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the newsroom's own articles spell, as the search index knows it. */
@ApplicationScoped
public class ArchiveSpellings {

  private final SearchEngine engine;

  @Inject
  ArchiveSpellings(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * How many articles hold each of these spellings; those that none holds may be left out.
   *
   * @return empty if there is no index just now that could tell
   */
  public Optional<Map<String, Integer>> articlesWith(Set<String> spellings) {
    if (engine.position().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(engine.index().attested(spellings));
    } catch (SearchIndexException failed) {
      engine.failed(failed);
      return Optional.empty();
    }
  }
}
