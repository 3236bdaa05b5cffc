package dev.sarkhat.search.index;

/** An index that is being built beside the one that answers. Used by one thread. */
public interface IndexBuild {

  /** Adds what there is. */
  void add(IndexChanges changes);

  /** From now on searches are answered from this one; the one before it is removed. */
  void takeOver(IndexPosition position);

  /** Removes what was built. */
  void discard();
}
