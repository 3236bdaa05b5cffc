package dev.sarkhat.crash;

import dev.sarkhat.crash.Ledger.Entry;
import dev.sarkhat.crash.Outcome.Acknowledged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What there has to be, by what the clients were told. */
final class Saves {

  private final List<Save> all = new ArrayList<>();
  private final Map<Long, Save> latest = new TreeMap<>();
  private final List<String> gaps = new ArrayList<>();

  /**
   * A save of an article.
   *
   * @param status where the article stands from then on
   */
  record Save(
      long article,
      int revision,
      String operation,
      String word,
      String status,
      String title,
      String lead) {

    State state() {
      return new State(article, revision, status, title, lead);
    }

    Listed listed() {
      return new Listed(article, revision, title, lead);
    }
  }

  /** An article as editors see it. */
  record State(long article, int revision, String status, String title, String lead) {}

  /** An article as readers see it in lists. */
  record Listed(long article, int revision, String title, String lead) {}

  /**
   * The saves that were acknowledged, each with all that it says after those before it.
   *
   * @param entries of the ledger
   */
  Saves(List<Entry> entries) {
    record Done(Write write, Acknowledged outcome) {}
    List<Done> inOrder = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.outcome() instanceof Acknowledged acknowledged) {
        inOrder.add(new Done(entry.write(), acknowledged));
      }
    }
    inOrder.sort(Comparator.comparingInt(done -> done.outcome().revision()));
    for (Done done : inOrder) {
      Save before = latest.get(done.outcome().article());
      Save save = after(before, done.write(), done.outcome());
      if (save.revision() != (before == null ? 0 : before.revision() + 1)) {
        gaps.add(before + " is followed by " + save);
      }
      all.add(save);
      latest.put(save.article(), save);
    }
  }

  private static Save after(@Nullable Save before, Write write, Acknowledged acknowledged) {
    boolean writesLead = write.verb() == Verb.CREATE || write.verb() == Verb.CHANGE;
    return new Save(
        acknowledged.article(),
        acknowledged.revision(),
        write.verb().operation(),
        write.word(),
        write.verb().statusAfter(before == null ? "draft" : before.status()),
        before == null ? "خبر " + write.word() : before.title(),
        before == null || writesLead ? write.word() : before.lead());
  }

  /** All of them. */
  List<Save> all() {
    return all;
  }

  /** The last one of each article. */
  Collection<Save> latest() {
    return latest.values();
  }

  /** The last one of an article. */
  Save latest(long article) {
    return Objects.requireNonNull(latest.get(article));
  }

  /** Where the revisions of an article do not follow one another, in words. */
  List<String> gaps() {
    return gaps;
  }
}
