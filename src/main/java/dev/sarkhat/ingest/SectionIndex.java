package dev.sarkhat.ingest;

import dev.sarkhat.section.Section;
import dev.sarkhat.section.SectionRepository;
import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Finds sections by slug or by title, and creates those that are missing. The tree is small, so it
 * is remembered whole; what a transaction creates, only when that has been committed.
 */
final class SectionIndex {

  /** Where articles without a section go. */
  private static final String GENERAL_SLUG = "general";

  private static final String GENERAL_TITLE = "عمومی";

  private final Session session;
  private final SectionRepository repository;
  private @Nullable Map<String, Known> bySlug;
  private final List<Known> created = new ArrayList<>();

  SectionIndex(Session session, SectionRepository repository) {
    this.session = session;
    this.repository = repository;
  }

  /** What is remembered of a section. */
  private record Known(long id, @Nullable Long parent, String slug, String key, int position) {

    static Known of(Section section) {
      Section parent = section.parent();
      return new Known(
          Objects.requireNonNull(section.id()),
          parent == null ? null : parent.id(),
          section.slug(),
          MatchKey.of(section.title()),
          section.position());
    }

    boolean stands(@Nullable Section above) {
      return Objects.equals(parent, above == null ? null : above.id());
    }
  }

  /** The section that an article belongs to, new where it is missing. */
  Section of(ArticleLine article) {
    if (article.sectionSlug() != null) {
      Section told = withSlug(article.sectionSlug());
      if (told == null) {
        throw new LineRefusedException("/section/slug", "is the slug of no section");
      }
      return told;
    }
    if (article.section() == null) {
      Section general = withSlug(GENERAL_SLUG);
      return general == null ? create(null, GENERAL_SLUG, GENERAL_TITLE, null, "fa") : general;
    }
    Section section = of(null, article.section(), article.sectionLabel(), article.texts().lang());
    return article.subsection() == null
        ? section
        : of(section, article.subsection(), article.subsectionLabel(), article.texts().lang());
  }

  /** The section with the slug, or null. */
  @Nullable Section withSlug(String slug) {
    Known known = known().get(slug);
    return known == null ? null : session.getReference(Section.class, known.id());
  }

  /**
   * A new section, the last of its siblings where no position is given. It is not listed, for a
   * draft may be all that names it.
   */
  Section create(
      @Nullable Section above, String slug, String title, @Nullable Integer position, String lang) {
    int place = position == null ? lastPosition(above) + 1 : position;
    Section section = new Section(above, place, slug, title, lang).listed(false);
    session.persist(section);
    Known known = Known.of(section);
    known().put(slug, known);
    created.add(known);
    return section;
  }

  /** How many the transaction has created. */
  long created() {
    return created.size();
  }

  /** Remembers what the transaction created, now that it is committed. */
  void keep() {
    created.clear();
  }

  /** Forgets everything. */
  void forget() {
    bySlug = null;
    created.clear();
  }

  private Section of(
      @Nullable Section above, String slugOrTitle, @Nullable String label, String lang) {
    String slug = Slug.of(slugOrTitle);
    String title = label == null ? slugOrTitle : label;
    String key = MatchKey.of(title);
    Known known = known().get(slug);
    if (known != null && (known.stands(above) || above == null && isSurelySlug(slugOrTitle))) {
      return session.getReference(Section.class, known.id());
    }
    return first(each -> each.stands(above) && each.key().equals(key), above, slug, title, lang);
  }

  private Section first(
      Predicate<Known> wanted, @Nullable Section above, String slug, String title, String lang) {
    return known().values().stream()
        .filter(wanted)
        .min((one, other) -> Long.compare(one.id(), other.id()))
        .map(known -> session.getReference(Section.class, known.id()))
        .orElseGet(() -> create(above, free(slug, above), title, null, lang));
  }

  /**
   * Whether it is a slug and no title. A Persian word may be either, and as a title it names a
   * section at the root, whatever section further down has the word for its slug.
   */
  private static boolean isSurelySlug(String slugOrTitle) {
    return Slug.isValid(slugOrTitle)
        && (slugOrTitle.indexOf('-') > 0 || slugOrTitle.chars().allMatch(each -> each < 0x80));
  }

  private String free(String wanted, @Nullable Section above) {
    String slug = wanted.isEmpty() ? "section" : wanted;
    if (!known().containsKey(slug)) {
      return slug;
    }
    String longer = above == null ? slug : Slug.of(above.slug() + "-" + slug);
    String candidate = longer;
    for (int number = 2; known().containsKey(candidate); number++) {
      candidate = NumberedSlug.of(longer, number);
    }
    return candidate;
  }

  private int lastPosition(@Nullable Section above) {
    return known().values().stream()
        .filter(each -> each.stands(above))
        .mapToInt(Known::position)
        .max()
        .orElse(0);
  }

  private Map<String, Known> known() {
    Map<String, Known> remembered = bySlug;
    if (remembered == null) {
      remembered = new HashMap<>();
      for (Section section : repository.listAll()) {
        remembered.put(section.slug(), Known.of(section));
      }
      bySlug = remembered;
    }
    return remembered;
  }
}
