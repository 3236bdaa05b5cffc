package dev.sarkhat.evaluation;

import java.util.List;
import java.util.Set;

/** Sums over queries, and the means of them. */
final class Figures {

  private static final int FIRST_PAGE = 10;

  private int queries;
  private int wanted;
  private int missed;
  private double recall;
  private double reciprocalRank;
  private int answered;
  private double precision;

  /**
   * Counts one query.
   *
   * @param found what came, the best first
   * @param mustBeFound the documents that have the words as they are, in whatever spelling
   * @param right the documents that may be found
   */
  void add(List<Integer> found, Set<Integer> mustBeFound, Set<Integer> right) {
    queries++;
    wanted += mustBeFound.size();
    missed += (int) mustBeFound.stream().filter(each -> !found.contains(each)).count();
    List<Integer> page = found.subList(0, Math.min(FIRST_PAGE, found.size()));
    double onPage = page.stream().filter(mustBeFound::contains).count();
    recall += onPage / Math.min(FIRST_PAGE, mustBeFound.size());
    for (int rank = 0; rank < found.size(); rank++) {
      if (mustBeFound.contains(found.get(rank))) {
        reciprocalRank += 1.0 / (rank + 1);
        break;
      }
    }
    if (!found.isEmpty()) {
      answered++;
      precision += (double) found.stream().filter(right::contains).count() / found.size();
    }
  }

  int queries() {
    return queries;
  }

  /** The share of the documents that had to be found and were not. */
  double missed() {
    return (double) missed / wanted;
  }

  double recallOnFirstPage() {
    return recall / queries;
  }

  double meanReciprocalRank() {
    return reciprocalRank / queries;
  }

  /** The mean over the queries that found something. */
  double precision() {
    return answered == 0 ? 1 : precision / answered;
  }
}
