package dev.sarkhat.search.index;

import dev.sarkhat.change.EntityKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * An index of articles and names that follows the change log. One thread writes to it, of one
 * process where several share it; any number search it. Every method may throw {@link
 * SearchIndexException}.
 */
public interface SearchIndex extends AutoCloseable {

  /** How far what is searched follows the log; empty if there is nothing to be searched. */
  Optional<IndexPosition> position();

  /**
   * Whether this process is the one that writes; it tries to become it. Where another is, the
   * position is looked up that the other has come to. Called by the thread that writes.
   */
  default boolean leads() {
    return true;
  }

  /** Asks the process that writes to build the index anew. */
  default void requestBuild() {}

  /** Whether somebody has asked for it since the index was built. */
  default boolean isBuildRequested() {
    return false;
  }

  /**
   * Takes changes over. When it returns, searches find them. They are durable after the next {@link
   * #commit}, together with the position. A process that does not lead may only write again what
   * belongs to the present position.
   */
  void apply(IndexChanges changes, IndexPosition upTo);

  /** Makes durable what was applied. */
  void commit();

  /** Begins an empty index beside this one. */
  IndexBuild build();

  /** Searches articles. */
  SearchHits search(SearchRequest request);

  /**
   * The numbers of articles that are public, whose titles have words with these prefixes, the
   * newest first.
   */
  List<Long> titles(List<String> prefixes, Instant asOf, int limit);

  /** The names that have words with these prefixes, the most popular first. */
  List<NameKey> names(List<String> prefixes, Set<EntityKind> kinds, int limit);

  /** In how many articles each spelling stands; see {@link ArticleWords#spellings}. */
  Map<String, Integer> attested(Collection<String> spellings);

  /**
   * Words of titles, leads and tags that are written much like this one, the most likely first;
   * none if the word is among them.
   */
  List<String> similar(String word, int limit);

  /** What the index has of a kind, by number and digest: those after a number, in order. */
  SortedMap<Long, Long> digests(EntityKind kind, long after, int limit);

  @Override
  void close();
}
