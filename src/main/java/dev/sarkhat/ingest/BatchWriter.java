package dev.sarkhat.ingest;

import dev.sarkhat.article.Article;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.LockMode;
import org.hibernate.Session;

/**
 * Writes lines, a batch in a transaction. Where the database refuses a batch, its lines are written
 * one by one, so that only the culprit is refused.
 */
final class BatchWriter {

  /** Longer than any batch takes; the default is too short for lines of a megabyte. */
  private static final int TRANSACTION_SECONDS = 600;

  private final Session session;
  private final NewsroomNames names;
  private final ArticleWriter articles;
  private final NewsroomWriter newsroom;
  private final ImportJournal journal;
  private final ImportLedger ledger;

  BatchWriter(
      Session session,
      NewsroomNames names,
      ArticleWriter articles,
      NewsroomWriter newsroom,
      ImportJournal journal,
      ImportLedger ledger) {
    this.session = session;
    this.names = names;
    this.articles = articles;
    this.newsroom = newsroom;
    this.journal = journal;
    this.ledger = ledger;
  }

  /**
   * Does the lines of a step.
   *
   * @param step with at most one line for each article
   * @param listener is told of refusals and of repairs in the order of the lines, once they are
   *     certain
   * @throws PersistenceException if the database fails, which is no line's fault
   */
  Tally write(ImportStep step, ImportListener listener) {
    try {
      return writeAtOnce(step, listener);
    } catch (PersistenceException | QuarkusTransactionException failure) {
      names.forget();
      if (step.lines().isEmpty()) {
        throw failure;
      }
      if (step.lines().size() > 1) {
        Tally tally = new Tally();
        step.singly().forEach(single -> tally.add(write(single, listener)));
        return tally;
      }
      String reason = DatabaseRefusal.reason(failure);
      if (reason == null) {
        throw failure;
      }
      return writeAtOnce(step.refusing(reason), listener);
    }
  }

  private Tally writeAtOnce(ImportStep step, ImportListener listener) {
    Batch batch = new Batch();
    QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> batch.write(step));
    names.keep();
    batch.refusals.forEach(listener::refused);
    batch.spellings.forEach(listener::spelled);
    return batch.tally;
  }

  /** What one transaction does. */
  private final class Batch {

    private final Tally tally = new Tally();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<ReceivedLine, Article> saved = new LinkedHashMap<>();
    private final Map<Article, Integer> revisionsBefore = new LinkedHashMap<>();
    private final List<ReceivedLine> others = new ArrayList<>();
    private final List<ArticleWriter.Draft> drafts = new ArrayList<>();
    private final Map<ReceivedLine, List<LineSpelling.Repair>> repairs = new LinkedHashMap<>();
    private final List<SpellingNote> spellings = new ArrayList<>();

    void write(ImportStep step) {
      tally.add(Count.LINES_READ, (long) step.lines().size() + step.refused().size());
      tally.add(Count.LINES_REFUSED, step.refused().size());
      step.refused().forEach(line -> refusals.addAll(line.refusals()));
      // Every query here looks for what stood before the batch, so none needs a flush.
      session.setFlushMode(FlushModeType.COMMIT);
      journal.allowTime();
      if (!step.lines().isEmpty()) {
        journal.awaitTurn();
        write(step.lines());
      }
      refusals.sort(Comparator.comparingLong(Refusal::line));
      names.count(tally);
      ledger.done(step.upTo(), tally, refusals, spellings);
      session.clear();
    }

    private void write(List<ReceivedLine> lines) {
      List<ReceivedLine> news = withoutUnchanged(lines);
      if (news.isEmpty()) {
        return;
      }
      names.prefetch(news);
      articles.prefetch(news);
      Saving saving = journal.saving();
      news.forEach(line -> writeOne(line, saving));
      articles.store(drafts);
      raiseUnraisedRevisions();
      repairs.forEach(this::tell);
      journal.keep(saved, others, saving);
      tally.add(Count.REDIRECTS_PUT, journal.redirect(saved));
      journal.awaitRelated(saved, revisionsBefore.keySet());
    }

    private List<ReceivedLine> withoutUnchanged(List<ReceivedLine> lines) {
      Set<String> known = journal.known(lines);
      List<ReceivedLine> news = new ArrayList<>(lines.size());
      for (ReceivedLine line : lines) {
        if (known.add(line.digest())) {
          news.add(line);
        } else {
          tally.add(
              line.content() instanceof ArticleLine
                  ? Count.ARTICLES_UNCHANGED
                  : Count.OTHERS_UNCHANGED);
        }
      }
      return news;
    }

    private void writeOne(ReceivedLine line, Saving saving) {
      try {
        if (line.content() instanceof ArticleLine content) {
          writeArticle(line, content, saving);
        } else {
          newsroom.write(line.content(), tally);
          others.add(line);
        }
      } catch (LineRefusedException refused) {
        tally.add(Count.LINES_REFUSED);
        refusals.addAll(refused.refusals(line.number()));
      }
    }

    private void writeArticle(ReceivedLine line, ArticleLine content, Saving saving) {
      Article existing = articles.existing(content);
      int before = existing == null ? 0 : existing.revision();
      ArticleWriter.Draft draft = articles.draft(content, existing, saving);
      Article article = draft.article();
      drafts.add(draft);
      saved.put(line, article);
      if (existing == null) {
        tally.add(Count.ARTICLES_CREATED);
        if (content.publishedAt() == null && article.publishedAt() != null) {
          tally.add(Note.PUBLISHED_AT_MISSING);
        }
      } else {
        revisionsBefore.put(existing, before);
        tally.add(Count.ARTICLES_UPDATED);
      }
      content.notes().forEach(tally::add);
      if (!draft.said().archive()) {
        tally.add(Note.SPELLED_WITHOUT_ARCHIVE);
      }
      repairs.put(line, draft.said().repairs());
    }

    /** Of a new article the number is known only now. */
    private void tell(ReceivedLine line, List<LineSpelling.Repair> made) {
      long article = Objects.requireNonNull(Objects.requireNonNull(saved.get(line)).id());
      for (LineSpelling.Repair repair : made) {
        tally.add(repair.applied() ? Count.SPELLINGS_APPLIED : Count.SPELLINGS_PROPOSED);
        spellings.add(repair.note(line, article));
      }
    }

    /** A line that changed no column of its article, but say its tags, is a revision too. */
    private void raiseUnraisedRevisions() {
      revisionsBefore.forEach(
          (article, before) -> {
            if (Objects.equals(before, article.revision())) {
              session.lock(article, LockMode.PESSIMISTIC_FORCE_INCREMENT);
            }
          });
    }
  }
}
