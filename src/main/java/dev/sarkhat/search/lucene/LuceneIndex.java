package dev.sarkhat.search.lucene;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.IndexBuild;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.SearchHits;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.index.SearchIndexException;
import dev.sarkhat.search.index.SearchRequest;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The index inside the process. */
public final class LuceneIndex implements SearchIndex {

  private static final Logger LOG = Logger.getLogger(LuceneIndex.class);

  /**
   * How searches are answered.
   *
   * @param longestSearch after which what was found until then is the answer
   * @param recencyWeight what an article that is published now scores more than an ancient one; a
   *     word that every tenth article has scores about 2
   * @param recencyPivot the age at which it is half of that
   */
  public record Settings(
      int bufferMegabytes, Duration longestSearch, double recencyWeight, Duration recencyPivot) {}

  private final Generations generations;
  private final Settings settings;
  private volatile @Nullable Searches current;

  private LuceneIndex(Generations generations, Settings settings) {
    this.generations = generations;
    this.settings = settings;
  }

  /**
   * Opens the index in a directory, which may be empty.
   *
   * @throws SearchIndexException if the directory cannot be used, or another process uses it
   */
  public static LuceneIndex open(Path directory, Settings settings) {
    Generations generations = new Generations(directory, settings.bufferMegabytes());
    LuceneIndex index = new LuceneIndex(generations, settings);
    try {
      index.current =
          generations.openNewest().map(found -> new Searches(found, settings)).orElse(null);
      return index;
    } catch (IOException | AlreadyClosedException failed) {
      throw failed("opened", failed);
    }
  }

  @Override
  public Optional<IndexPosition> position() {
    Searches searches = current;
    return searches == null ? Optional.empty() : searches.generation().position();
  }

  @Override
  public void apply(IndexChanges changes, IndexPosition upTo) {
    Generation generation = searches().generation();
    try {
      if (!changes.isEmpty()) {
        generation.add(changes);
      }
      generation.show(upTo);
    } catch (IOException | AlreadyClosedException failed) {
      throw failed("written", failed);
    }
  }

  @Override
  public void commit() {
    Searches searches = current;
    if (searches != null) {
      try {
        searches.generation().commit();
      } catch (IOException | AlreadyClosedException failed) {
        throw failed("written", failed);
      }
    }
  }

  @Override
  public IndexBuild build() {
    try {
      return new Build(generations.begin());
    } catch (IOException | AlreadyClosedException failed) {
      throw failed("begun", failed);
    }
  }

  @Override
  public SearchHits search(SearchRequest request) {
    return answer(searches -> searches.search(request));
  }

  @Override
  public List<Long> titles(List<String> prefixes, Instant asOf, int limit) {
    return answer(searches -> searches.titles(prefixes, asOf, limit));
  }

  @Override
  public List<NameKey> names(List<String> prefixes, Set<EntityKind> kinds, int limit) {
    return answer(searches -> searches.names(prefixes, kinds, limit));
  }

  @Override
  public Map<String, Integer> attested(Collection<String> spellings) {
    return answer(searches -> searches.attested(spellings));
  }

  @Override
  public List<String> similar(String word, int limit) {
    return answer(searches -> searches.similar(word, limit));
  }

  @Override
  public SortedMap<Long, Long> digests(EntityKind kind, long after, int limit) {
    return answer(searches -> searches.digests(kind, after, limit));
  }

  private interface Question<T> {
    T of(Searches searches) throws IOException;
  }

  private <T> T answer(Question<T> question) {
    Searches asked = searches();
    while (true) {
      try {
        return question.of(asked);
      } catch (AlreadyClosedException closed) {
        // Another index has taken over, or this one has failed.
        Searches next = searches();
        if (next == asked) {
          throw failed("read", closed);
        }
        asked = next;
      } catch (IOException failed) {
        throw failed("read", failed);
      }
    }
  }

  @Override
  public void close() {
    Searches searches = current;
    current = null;
    if (searches != null) {
      try {
        searches.generation().commit();
        searches.close();
      } catch (IOException | AlreadyClosedException failed) {
        LOG.warnf("The search index was not closed in order: %s", failed);
      }
    }
  }

  /** Ends as a crash does: what was not committed is lost. */
  void abandon() {
    Searches searches = current;
    current = null;
    if (searches != null) {
      try {
        searches.close();
      } catch (IOException failed) {
        throw failed("closed", failed);
      }
    }
  }

  private Searches searches() {
    Searches searches = current;
    if (searches == null) {
      throw SearchIndexException.absent("The search index is being built");
    }
    return searches;
  }

  private static SearchIndexException failed(String what, Exception failed) {
    String message = "The search index cannot be " + what + ": " + failed;
    boolean damaged =
        failed instanceof CorruptIndexException
            || failed instanceof EOFException
            || failed instanceof NoSuchFileException
            || failed instanceof FileNotFoundException;
    return damaged
        ? SearchIndexException.damaged(message, failed)
        : SearchIndexException.failed(message, failed);
  }

  private final class Build implements IndexBuild {

    private final Generation generation;

    Build(Generation generation) {
      this.generation = generation;
    }

    @Override
    public void add(IndexChanges changes) {
      try {
        generation.add(changes);
      } catch (IOException | AlreadyClosedException failed) {
        throw failed("written", failed);
      }
    }

    @Override
    public void takeOver(IndexPosition position) {
      try {
        generation.show(position);
        generation.commit();
        generations.built(generation);
        Searches before = current;
        current = new Searches(generation, settings);
        if (before != null) {
          before.close();
          Generations.remove(before.generation().path());
        }
      } catch (IOException | AlreadyClosedException failed) {
        throw failed("written", failed);
      }
    }

    @Override
    public void discard() {
      try {
        generation.close();
        Generations.remove(generation.path());
      } catch (IOException | AlreadyClosedException failed) {
        throw failed("removed", failed);
      }
    }
  }
}
