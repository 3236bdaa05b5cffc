package dev.sarkhat.search.index;

import java.util.List;
import java.util.Set;

/**
 * What has become of some entities.
 *
 * @param articles those that are, or will be, for readers
 * @param removedArticles the numbers of those that are not, whether the index has them or not
 * @param names the names as they are now
 * @param removedNames those that are gone
 */
public record IndexChanges(
    List<IndexedArticle> articles,
    Set<Long> removedArticles,
    List<IndexedName> names,
    Set<NameKey> removedNames) {

  /** Nothing has changed. */
  public static final IndexChanges NONE =
      new IndexChanges(List.of(), Set.of(), List.of(), Set.of());

  /** Copies the collections. */
  public IndexChanges {
    articles = List.copyOf(articles);
    removedArticles = Set.copyOf(removedArticles);
    names = List.copyOf(names);
    removedNames = Set.copyOf(removedNames);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return articles.isEmpty()
        && removedArticles.isEmpty()
        && names.isEmpty()
        && removedNames.isEmpty();
  }
}
