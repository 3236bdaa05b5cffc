package dev.sarkhat.section;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.http.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole tree, put together from one read of the table. */
final class SectionTree {

  private final List<Section> roots = new ArrayList<>();
  private final Map<Long, List<Section>> children = new HashMap<>();
  private final Map<String, Section> bySlug = new HashMap<>();

  /**
   * Puts the tree together.
   *
   * @param sections all sections, siblings in menu order
   */
  SectionTree(List<Section> sections) {
    for (Section section : sections) {
      Section parent = section.parent();
      List<Section> siblings =
          parent == null ? roots : children.computeIfAbsent(id(parent), key -> new ArrayList<>());
      siblings.add(section);
      bySlug.put(section.slug(), section);
    }
  }

  Optional<Section> find(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  List<Section> childrenOf(Section section) {
    return children.getOrDefault(id(section), List.of());
  }

  List<Section> ancestorsOf(Section section) {
    Deque<Section> ancestors = new ArrayDeque<>();
    for (Section above = section.parent(); above != null; above = above.parent()) {
      ancestors.addFirst(above);
    }
    return List.copyOf(ancestors);
  }

  /** All sections, each before those below it. */
  List<Section> inOrder() {
    List<Section> ordered = new ArrayList<>();
    addInOrder(roots, ordered);
    return ordered;
  }

  private void addInOrder(List<Section> siblings, List<Section> ordered) {
    for (Section section : siblings) {
      ordered.add(section);
      addInOrder(childrenOf(section), ordered);
    }
  }

  /** The JSON of the tree; counts are shown for the sections that have one. */
  List<SectionNode> nodes(Map<Long, Long> articleCounts, Site site, Rendering rendering) {
    return nodes(roots, articleCounts, site, rendering);
  }

  private List<SectionNode> nodes(
      List<Section> siblings, Map<Long, Long> counts, Site site, Rendering rendering) {
    return siblings.stream()
        .map(
            section -> {
              @Nullable Long count = counts.get(id(section));
              return SectionNode.of(
                  section,
                  nodes(childrenOf(section), counts, site, rendering),
                  count,
                  site,
                  rendering);
            })
        .toList();
  }

  private static long id(Section section) {
    return Objects.requireNonNull(section.id());
  }
}
