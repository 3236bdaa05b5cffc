package dev.sarkhat.article.body;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables that only place things on a page: those with a table inside, and those of which no
 * row has two cells.
 */
final class LayoutTables implements NodeVisitor {

  private static final class Scan {
    final Element table;
    @Nullable Node row;
    boolean wide;
    boolean outer;

    Scan(Element table) {
      this.table = table;
    }
  }

  private final Deque<Scan> open = new ArrayDeque<>();
  private final Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());

  private LayoutTables() {}

  static Set<Element> in(Element root) {
    LayoutTables search = new LayoutTables();
    root.traverse(search);
    return search.found;
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    Scan scan = open.peek();
    switch (element.normalName()) {
      case "table" -> {
        if (scan != null) {
          scan.outer = true;
        }
        open.push(new Scan(element));
      }
      case "td", "th" -> {
        if (scan != null) {
          scan.wide |= Objects.equals(scan.row, element.parent());
          scan.row = element.parent();
        }
      }
      default -> {
        // Says nothing about the table around it.
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && element.normalName().equals("table")) {
      Scan scan = open.pop();
      if (scan.outer || !scan.wide) {
        found.add(scan.table);
      }
    }
  }
}
