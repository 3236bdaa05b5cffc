package dev.sarkhat.section;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Action;
import dev.sarkhat.access.Audit;
import dev.sarkhat.access.Policy;
import dev.sarkhat.database.NamesLock;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.json.FieldChange;
import dev.sarkhat.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes, moves and deletes sections, in the caller's transaction. One transaction at a
 * time does, so the tree stays as it was read.
 */
@ApplicationScoped
class SectionEditing {

  private static final String KIND = "section";

  /** With slugs of any letters, a path of so many still fits into an index. */
  private static final int MAXIMUM_DEPTH = 10;

  private final SectionRepository sections;
  private final NamesLock lock;
  private final Policy policy;
  private final Audit audit;
  private final Clock clock;
  private final ObjectMapper json;

  @Inject
  SectionEditing(
      SectionRepository sections,
      NamesLock lock,
      Policy policy,
      Audit audit,
      Clock clock,
      ObjectMapper json) {
    this.sections = sections;
    this.lock = lock;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
  }

  /** A new section. */
  SectionDocument create(JsonFields body) {
    policy.require(Action.SECTIONS_EDIT);
    SectionContent content = SectionContent.read(body);
    lock.take();
    Section parent = parent(content);
    requireDepth(parent, 1);
    requireFree(content.slug(), null);
    int position = position(content, parent, null);
    Section section =
        new Section(parent, position, content.slug(), content.title(), content.lang());
    section
        .listed(content.listed())
        .describe(content.title(), position, content.description(), content.lang());
    sections.persistAndFlush(section);
    sections.endRedirect(section.path());
    return recorded("createSection", json.createObjectNode(), section);
  }

  /**
   * Changes a section.
   *
   * @param changed tells of what it is to say, by what it says
   */
  SectionDocument change(
      String operation,
      String slug,
      @Nullable String ifMatch,
      Function<ObjectNode, JsonFields> changed) {
    Section section = locked(slug, ifMatch);
    ObjectNode before = content(section);
    SectionContent content = SectionContent.read(changed.apply(before));
    Section parent = parent(content);
    requireAbove(parent, section);
    requireFree(content.slug(), section);
    int position = position(content, parent, section);
    boolean moves =
        !Objects.equals(section.parent(), parent) || !section.slug().equals(content.slug());
    SectionMove move = moves ? SectionMove.of(sections.getSession(), section) : null;
    if (move != null) {
      requireDepth(parent, move.height());
    }
    section.place(parent, content.slug());
    section
        .listed(content.listed())
        .describe(content.title(), position, content.description(), content.lang());
    sections.flush();
    if (move != null) {
      move.follow(section, clock.instant());
    }
    return recorded(operation, before, section);
  }

  /** Deletes a section that nothing uses. */
  void delete(String slug, @Nullable String ifMatch) {
    Section section = locked(slug, ifMatch);
    SectionUse.of(section, sections.getSession()).requireNone();
    ObjectNode before = content(section);
    sections.delete(section);
    sections.flush();
    record("deleteSection", section, before, json.createObjectNode());
  }

  /** Puts siblings into an order, and gives them in it. */
  List<SectionDocument> arrange(JsonFields body) {
    policy.require(Action.SECTIONS_EDIT);
    SectionOrder order = SectionOrder.read(body);
    lock.take();
    Section parent = parent(order.parent());
    List<Section> siblings = sections.below(parent);
    List<String> present = siblings.stream().map(Section::slug).toList();
    if (present.size() != order.slugs().size()
        || !new HashSet<>(present).equals(new HashSet<>(order.slugs()))) {
      throw ProblemException.of(
          ProblemType.CONFLICT,
          "The sections there are " + String.join(", ", present) + ": name each of them once.");
    }
    List<SectionDocument> documents = new ArrayList<>();
    for (String slug : order.slugs()) {
      Section section =
          siblings.stream().filter(each -> each.slug().equals(slug)).findFirst().orElseThrow();
      ObjectNode before = content(section);
      section.arrange(documents.size());
      sections.flush();
      documents.add(recorded("arrangeSections", before, section));
    }
    return documents;
  }

  /** The section, if the caller may change it and has seen what they change. */
  private Section locked(String slug, @Nullable String ifMatch) {
    policy.require(Action.SECTIONS_EDIT);
    IfMatch seen = IfMatch.of(ifMatch);
    lock.take();
    Section section = sections.findBySlug(slug).orElseThrow(ProblemException::notFound);
    seen.require(section.revision());
    return section;
  }

  private @Nullable Section parent(SectionContent content) {
    return parent(content.parent());
  }

  private @Nullable Section parent(@Nullable String slug) {
    return slug == null
        ? null
        : sections
            .findBySlug(slug)
            .orElseThrow(() -> ProblemException.ofField("/parent", "is the slug of no section"));
  }

  private static void requireAbove(@Nullable Section parent, Section section) {
    for (Section at = parent; at != null; at = at.parent()) {
      if (at.equals(section)) {
        throw ProblemException.ofField("/parent", "is the section itself, or stands below it");
      }
    }
  }

  private static void requireDepth(@Nullable Section parent, int levels) {
    int all = levels;
    for (Section at = parent; at != null; at = at.parent()) {
      all++;
    }
    if (all > MAXIMUM_DEPTH) {
      throw ProblemException.ofField(
          "/parent", "stands too deep: there are up to " + MAXIMUM_DEPTH + " levels of sections");
    }
  }

  private void requireFree(String slug, @Nullable Section own) {
    Section holder = sections.findBySlug(slug).orElse(null);
    if (holder != null && !holder.equals(own)) {
      throw ProblemException.taken("/slug", "is the slug of another section");
    }
  }

  private int position(SectionContent content, @Nullable Section parent, @Nullable Section own) {
    return content.position() == null
        ? sections.below(parent).stream()
                .filter(each -> !each.equals(own))
                .mapToInt(Section::position)
                .max()
                .orElse(-1)
            + 1
        : content.position();
  }

  private ObjectNode content(Section section) {
    return json.valueToTree(SectionContent.of(section));
  }

  private SectionDocument recorded(String operation, ObjectNode before, Section section) {
    record(operation, section, before, content(section));
    return SectionDocument.of(section);
  }

  private void record(String operation, Section section, ObjectNode before, ObjectNode after) {
    audit.record(
        operation, KIND, String.valueOf(section.id()), null, FieldChange.between(before, after));
  }
}
