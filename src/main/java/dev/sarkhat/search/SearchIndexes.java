package dev.sarkhat.search;

import dev.sarkhat.change.DirectConnections;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.lucene.LuceneIndex;
import dev.sarkhat.search.opensearch.OpenSearchIndex;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the index that the configuration names. */
@Singleton
class SearchIndexes {

  private final SearchSettings settings;
  private final Path directory;
  private final WriterLock lock;

  @Inject
  SearchIndexes(
      SearchSettings settings,
      DirectConnections connections,
      @ConfigProperty(name = "sarkhat.data-directory", defaultValue = "data") Path data) {
    this.settings = settings;
    this.directory = settings.directory().orElse(data.resolve("search"));
    this.lock = new WriterLock(connections, settings.opensearch().indexPrefix());
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
      case OPENSEARCH -> openSearch();
    };
  }

  private SearchIndex openSearch() {
    // Whoever could not write may let another process try.
    lock.close();
    SearchSettings.OpenSearch cluster = settings.opensearch();
    return OpenSearchIndex.open(
        new OpenSearchIndex.Cluster(
            cluster.url(),
            cluster
                .username()
                .map(name -> new OpenSearchIndex.Credentials(name, cluster.password().orElse(""))),
            cluster.connectTimeout(),
            cluster.timeout(),
            cluster.connections()),
        new OpenSearchIndex.Settings(
            cluster.indexPrefix(),
            cluster.replicas(),
            settings.longestSearch(),
            settings.recencyWeight(),
            settings.recencyPivot()),
        lock::isHeld);
  }

  @PreDestroy
  void close() {
    lock.close();
  }
}
