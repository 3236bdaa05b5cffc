package dev.sarkhat.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * Scores articles by how recent they are: {@code weight · pivot / (pivot + age)}, as Lucene's
 * distance feature query does.
 *
 * <p>That one knows no bound for a part of the index but the weight itself. As articles are stored
 * from the newest to the oldest, the first of some articles in a row bounds all of them: of a
 * common word the old articles need not be looked at, once enough new ones are found.
 */
final class Recency extends Query {

  private final float weight;
  private final long origin;
  private final long pivot;

  /**
   * @param weight the score of an article that is published at the origin
   * @param origin in milliseconds; what is later scores by its distance, too
   * @param pivot the age in milliseconds at which the score is half the weight
   */
  Recency(float weight, long origin, long pivot) {
    this.weight = weight;
    this.origin = origin;
    this.pivot = pivot;
  }

  private float score(long published) {
    double distance = Math.abs((double) origin - published);
    return (float) (weight * (pivot / (pivot + distance)));
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    if (!scoreMode.needsScores()) {
      throw new IllegalStateException("Recency is nothing but a score");
    }
    return new RecencyWeight();
  }

  @Override
  public String toString(String field) {
    return "recency(" + weight + ", " + origin + ", " + pivot + ")";
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recency that
        && weight == that.weight
        && origin == that.origin
        && pivot == that.pivot;
  }

  @Override
  public int hashCode() {
    return Objects.hash(weight, origin, pivot);
  }

  private final class RecencyWeight extends Weight {

    RecencyWeight() {
      super(Recency.this);
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int document) throws IOException {
      NumericDocValues published = published(leaf);
      return published.advanceExact(document)
          ? Explanation.match(score(published.longValue()), Recency.this.toString())
          : Explanation.noMatch("no article");
    }

    @Override
    public Scorer scorer(LeafReaderContext leaf) throws IOException {
      return new RecencyScorer(this, leaf.reader().maxDoc(), published(leaf), published(leaf));
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return true;
    }
  }

  private static NumericDocValues published(LeafReaderContext leaf) throws IOException {
    NumericDocValues single =
        DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), Schema.PUBLISHED));
    return single == null ? DocValues.emptyNumeric() : single;
  }

  private final class RecencyScorer extends Scorer {

    private final int documents;
    private final NumericDocValues published;

    /** The same, read ahead. */
    private final NumericDocValues ahead;

    private float bound = Recency.this.weight;

    RecencyScorer(
        Weight weight, int documents, NumericDocValues published, NumericDocValues ahead) {
      super(weight);
      this.documents = documents;
      this.published = published;
      this.ahead = ahead;
    }

    @Override
    public DocIdSetIterator iterator() {
      return published;
    }

    @Override
    public int docID() {
      return published.docID();
    }

    @Override
    public float score() throws IOException {
      return Recency.this.score(published.longValue());
    }

    /** From here on all are as old as this one, or older; names have no date and come last. */
    @Override
    public int advanceShallow(int target) throws IOException {
      if (target >= documents || !ahead.advanceExact(target)) {
        bound = 0;
      } else {
        long first = ahead.longValue();
        bound = first > origin ? Recency.this.weight : Recency.this.score(first);
      }
      return DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public float getMaxScore(int upTo) {
      return bound;
    }
  }
}
