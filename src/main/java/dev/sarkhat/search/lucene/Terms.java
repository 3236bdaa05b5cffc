package dev.sarkhat.search.lucene;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Terms that are known already, in sequences so far apart that no phrase reaches across. */
final class Terms extends TokenStream {

  /** More than any phrase has words. */
  static final int GAP = 100;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<? extends Collection<String>> all;
  private Iterator<? extends Collection<String>> sequences = Collections.emptyIterator();
  private Iterator<String> terms = Collections.emptyIterator();

  Terms(List<? extends Collection<String>> sequences) {
    this.all = sequences;
  }

  @Override
  public void reset() {
    sequences = all.iterator();
    terms = Collections.emptyIterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    while (!terms.hasNext()) {
      if (!sequences.hasNext()) {
        return false;
      }
      terms = sequences.next().iterator();
      increment.setPositionIncrement(GAP);
    }
    term.append(terms.next());
    return true;
  }
}
