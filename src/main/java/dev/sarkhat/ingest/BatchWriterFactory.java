package dev.sarkhat.ingest;

import dev.sarkhat.article.Embeds;
import dev.sarkhat.article.editing.RevisionKeeping;
import dev.sarkhat.contributor.ContributorRepository;
import dev.sarkhat.menu.MenuRepository;
import dev.sarkhat.section.SectionRepository;
import dev.sarkhat.source.SourceRepository;
import dev.sarkhat.spelling.Proofreader;
import dev.sarkhat.tag.TagRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.Session;

/** Makes the writer of one import, with caches of its own. */
@ApplicationScoped
class BatchWriterFactory {

  private final Session session;
  private final SectionRepository sections;
  private final TagRepository tags;
  private final SourceRepository sources;
  private final ContributorRepository contributors;
  private final MenuRepository menus;
  private final Embeds embeds;
  private final RevisionKeeping revisions;
  private final Proofreader proofreader;
  private final Clock clock;

  @Inject
  BatchWriterFactory(
      Session session,
      SectionRepository sections,
      TagRepository tags,
      SourceRepository sources,
      ContributorRepository contributors,
      MenuRepository menus,
      Embeds embeds,
      RevisionKeeping revisions,
      Proofreader proofreader,
      Clock clock) {
    this.session = session;
    this.sections = sections;
    this.tags = tags;
    this.sources = sources;
    this.contributors = contributors;
    this.menus = menus;
    this.embeds = embeds;
    this.revisions = revisions;
    this.proofreader = proofreader;
    this.clock = clock;
  }

  /** A writer for the import with the ledger. */
  BatchWriter create(ImportLedger ledger) {
    Instant startedAt = ledger.startedAt();
    ImportJournal journal = new ImportJournal(session, ledger.owner(), startedAt, clock);
    NewsroomNames names = new NewsroomNames(session, sections, tags, sources, contributors);
    return new BatchWriter(
        session,
        names,
        new ArticleWriter(
            session,
            names,
            revisions,
            new LineSpelling(proofreader, ledger.spelling()),
            embeds.hosts(),
            startedAt),
        new NewsroomWriter(session, names, menus, journal),
        journal,
        ledger);
  }
}
