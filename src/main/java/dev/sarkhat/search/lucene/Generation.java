package dev.sarkhat.search.lucene;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.ArticleTexts;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.PendingName;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * One index on disk, from the build that began it to the build that replaces it. Written by one
 * thread.
 */
final class Generation implements Closeable {

  private static final String EPOCH = "epoch";
  private static final String NUMBER = "number";
  private static final String PENDING = "pending";
  private static final String ANALYSIS = "analysis";

  private final Path path;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile @Nullable IndexPosition position;
  private boolean dirty;

  private Generation(
      Path path, Directory directory, IndexWriter writer, SearcherManager searchers) {
    this.path = path;
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
  }

  /**
   * Opens the index in a directory, or begins one.
   *
   * @throws IOException if there is something that cannot be opened
   */
  static Generation open(Path path, int bufferMegabytes) throws IOException {
    Directory directory = FSDirectory.open(path);
    IndexWriter writer = null;
    try {
      IndexWriterConfig config = new IndexWriterConfig();
      config.setIndexSort(Schema.NEWEST);
      config.setRAMBufferSizeMB(bufferMegabytes);
      // Closing is to be quick; what was not committed is read from the change log again.
      config.setCommitOnClose(false);
      writer = new IndexWriter(directory, config);
      Generation generation =
          new Generation(path, directory, writer, new SearcherManager(writer, null));
      generation.position = position(writer.getLiveCommitData());
      return generation;
    } catch (IOException | RuntimeException failed) {
      if (writer != null) {
        writer.rollback();
      }
      directory.close();
      throw failed;
    }
  }

  private static @Nullable IndexPosition position(
      @Nullable Iterable<Map.Entry<String, String>> committed) {
    if (committed == null) {
      return null;
    }
    Map<String, String> data = new HashMap<>();
    committed.forEach(each -> data.put(each.getKey(), each.getValue()));
    String number = data.get(NUMBER);
    if (number == null || !Integer.toString(ArticleTexts.ANALYSIS).equals(data.get(ANALYSIS))) {
      return null;
    }
    return new IndexPosition(
        UUID.fromString(data.get(EPOCH)), Long.parseLong(number), pending(data.get(PENDING)));
  }

  private static List<PendingName> pending(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(text.split(","))
        .map(each -> each.split(":"))
        .map(
            part ->
                new PendingName(
                    EntityKind.valueOf(part[0]), Long.parseLong(part[1]), Long.parseLong(part[2])))
        .toList();
  }

  /** Where it lies. */
  Path path() {
    return path;
  }

  /** How far it follows the change log; empty before it is whole. */
  Optional<IndexPosition> position() {
    return Optional.ofNullable(position);
  }

  /** Those who search it. */
  SearcherManager searchers() {
    return searchers;
  }

  /** Takes changes over; searches find them after {@link #show}. */
  void add(IndexChanges changes) throws IOException {
    for (IndexedArticle article : changes.articles()) {
      writer.updateDocument(Schema.articleKey(article.id()), Schema.document(article));
    }
    for (long removed : changes.removedArticles()) {
      writer.deleteDocuments(Schema.articleKey(removed));
    }
    for (IndexedName name : changes.names()) {
      writer.updateDocument(Schema.nameKey(name.key()), Schema.document(name));
    }
    for (NameKey removed : changes.removedNames()) {
      writer.deleteDocuments(Schema.nameKey(removed));
    }
    dirty = true;
  }

  /** Lets searches find what was added, and tells how far that is. */
  void show(IndexPosition upTo) throws IOException {
    searchers.maybeRefreshBlocking();
    dirty |= !upTo.equals(position);
    position = upTo;
  }

  /** Makes durable what was added, together with the position. */
  void commit() throws IOException {
    IndexPosition now = position;
    if (!dirty || now == null) {
      return;
    }
    String pending =
        now.pending().stream()
            .map(each -> each.kind() + ":" + each.id() + ":" + each.afterArticle())
            .collect(Collectors.joining(","));
    writer.setLiveCommitData(
        Map.of(
                EPOCH,
                now.epoch().toString(),
                NUMBER,
                Long.toString(now.number()),
                PENDING,
                pending,
                ANALYSIS,
                Integer.toString(ArticleTexts.ANALYSIS))
            .entrySet());
    writer.commit();
    dirty = false;
  }

  /** Ends the writing, without a commit. */
  @Override
  public void close() throws IOException {
    try (directory;
        searchers) {
      writer.rollback();
    }
  }
}
