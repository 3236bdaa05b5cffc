package dev.sarkhat.ingest;

import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRepository;
import dev.sarkhat.ingest.NameIndex.Name;
import dev.sarkhat.section.SectionRepository;
import dev.sarkhat.source.Source;
import dev.sarkhat.source.SourceRepository;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagRepository;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** Everything that lines name. */
final class NewsroomNames {

  private final SectionIndex sections;
  private final NameIndex<Tag> tags;
  private final NameIndex<Source> sources;
  private final NameIndex<Contributor> contributors;

  NewsroomNames(
      Session session,
      SectionRepository sections,
      TagRepository tags,
      SourceRepository sources,
      ContributorRepository contributors) {
    this.sections = new SectionIndex(session, sections);
    this.tags =
        new NameIndex<>(session, Tag.class, "tag", tags::idsBySlug, tags::idsByMatchKey, Tag::id);
    this.sources =
        new NameIndex<>(
            session,
            Source.class,
            "source",
            sources::idsBySlug,
            sources::idsByMatchKey,
            Source::id);
    this.contributors =
        new NameIndex<>(
            session,
            Contributor.class,
            "contributor",
            contributors::idsBySlug,
            contributors::idsByMatchKey,
            Contributor::id);
  }

  SectionIndex sections() {
    return sections;
  }

  NameIndex<Tag> tags() {
    return tags;
  }

  NameIndex<Source> sources() {
    return sources;
  }

  NameIndex<Contributor> contributors() {
    return contributors;
  }

  /** Looks up at once what the articles among the lines name. */
  void prefetch(List<ReceivedLine> lines) {
    List<Name> tagNames = new ArrayList<>();
    List<Name> sourceNames = new ArrayList<>();
    List<Name> contributorNames = new ArrayList<>();
    for (ReceivedLine line : lines) {
      if (line.content() instanceof ArticleLine article) {
        article.tags().forEach(tag -> tagNames.add(new Name(tag.title(), tag.slug())));
        article
            .contributors()
            .forEach(each -> contributorNames.add(new Name(each.name(), each.slug())));
        if (article.source() != null) {
          sourceNames.add(new Name(article.source().title(), article.source().slug()));
        }
        if (article.originalSource() != null) {
          sourceNames.add(
              new Name(article.originalSource().title(), article.originalSource().slug()));
        }
      }
    }
    tags.prefetch(tagNames);
    sources.prefetch(sourceNames);
    contributors.prefetch(contributorNames);
  }

  /** Counts what the transaction has created. */
  void count(Tally tally) {
    tally.add(Count.SECTIONS_CREATED, sections.created());
    tally.add(Count.TAGS_CREATED, tags.created());
    tally.add(Count.SOURCES_CREATED, sources.created());
    tally.add(Count.CONTRIBUTORS_CREATED, contributors.created());
  }

  /** Remembers what the transaction created, now that it is committed. */
  void keep() {
    sections.keep();
    tags.keep();
    sources.keep();
    contributors.keep();
  }

  /** Forgets everything, after a transaction that came to nothing. */
  void forget() {
    sections.forget();
    tags.forget();
    sources.forget();
    contributors.forget();
  }
}
