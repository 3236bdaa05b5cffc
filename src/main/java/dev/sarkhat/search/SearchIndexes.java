package dev.sarkhat.search;

import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.lucene.LuceneIndex;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the index that the configuration names. */
@Singleton
class SearchIndexes {

  private final SearchSettings settings;
  private final Path directory;

  @Inject
  SearchIndexes(
      SearchSettings settings,
      @ConfigProperty(name = "sarkhat.data-directory", defaultValue = "data") Path data) {
    this.settings = settings;
    this.directory = settings.directory().orElse(data.resolve("search"));
  }

  /**
   * Opens the index.
   *
   * @throws dev.sarkhat.search.index.SearchIndexException if it cannot be used just now
   */
  SearchIndex open() {
    return switch (settings.engine()) {
      case LUCENE ->
          LuceneIndex.open(
              directory,
              new LuceneIndex.Settings(
                  settings.buffer(),
                  settings.longestSearch(),
                  settings.recencyWeight(),
                  settings.recencyPivot()));
      case OPENSEARCH -> throw new UnsupportedOperationException("opensearch");
    };
  }
}
