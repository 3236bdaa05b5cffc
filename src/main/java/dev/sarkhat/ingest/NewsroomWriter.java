package dev.sarkhat.ingest;

import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.ingest.NameIndex.Name;
import dev.sarkhat.menu.MenuContentException;
import dev.sarkhat.menu.MenuRepository;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes the lines that are not articles, each in the place of what it says again. */
final class NewsroomWriter {

  private final Session session;
  private final NewsroomNames names;
  private final TagWriter tags;
  private final MenuRepository menus;
  private final ImportJournal journal;

  NewsroomWriter(
      Session session, NewsroomNames names, MenuRepository menus, ImportJournal journal) {
    this.session = session;
    this.names = names;
    this.tags = new TagWriter(names.tags());
    this.menus = menus;
    this.journal = journal;
  }

  /**
   * Writes a line.
   *
   * @throws LineRefusedException if it does not fit what is there; nothing of it is written then
   */
  void write(ImportLine line, Tally tally) {
    if (line instanceof SectionLine section) {
      write(section);
    } else if (line instanceof TagLine tag) {
      tags.write(tag);
    } else if (line instanceof SourceLine source) {
      write(source);
    } else if (line instanceof ContributorLine contributor) {
      write(contributor);
    } else if (line instanceof MenuLine menu) {
      write(menu);
      tally.add(Count.MENUS_PUT);
    }
  }

  private void write(SectionLine line) {
    @Nullable Section above =
        line.parent() == null ? null : names.sections().withSlug(line.parent());
    if (line.parent() != null && above == null) {
      throw new LineRefusedException("/parent", "is the slug of no section");
    }
    Section existing = names.sections().withSlug(line.slug());
    if (existing == null) {
      Section section =
          names.sections().create(above, line.slug(), line.title(), line.position(), line.lang());
      section
          .listed(line.listed())
          .describe(line.title(), section.position(), line.description(), line.lang());
      redirect(line.paths(), section);
      return;
    }
    if (!Objects.equals(idOf(existing.parent()), idOf(above))) {
      throw new LineRefusedException("/parent", "is not the section that it stands under");
    }
    int position = line.position() == null ? existing.position() : line.position();
    existing
        .listed(line.listed())
        .describe(line.title(), position, line.description(), line.lang());
    redirect(line.paths(), existing);
  }

  private void redirect(List<String> paths, Section section) {
    if (!paths.isEmpty()) {
      // The rows name the section, which must be there.
      session.flush();
      journal.redirect(paths, Objects.requireNonNull(section.id()));
    }
  }

  private static @Nullable Long idOf(@Nullable Section section) {
    return section == null ? null : section.id();
  }

  private void write(SourceLine line) {
    names
        .sources()
        .findOrCreate(
            new Name(line.title(), line.slug()),
            (slug, title) -> new Source(slug, title, line.lang()))
        .listed(line.listed())
        .describe(line.description(), line.url(), line.lang());
  }

  private void write(ContributorLine line) {
    names
        .contributors()
        .findOrCreate(
            new Name(line.name(), line.slug()),
            (slug, name) -> new Contributor(slug, name, line.role(), line.lang()))
        .listed(line.listed())
        .describe(line.role(), line.description(), line.url(), line.lang());
  }

  private void write(MenuLine line) {
    // The menu looks for its sections and tags by itself, among them those of this batch.
    session.flush();
    try {
      menus.put(line.menu());
    } catch (MenuContentException wrong) {
      throw new LineRefusedException(wrong.pointer(), Objects.requireNonNull(wrong.getMessage()));
    }
  }
}
