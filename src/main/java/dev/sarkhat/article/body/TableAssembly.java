package dev.sarkhat.article.body;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes cells, rows and at last blocks of what was read of a table. */
final class TableAssembly {

  private TableAssembly() {}

  static TableCell cell(Element element, RichText text) {
    boolean header = element.normalName().equals("th");
    return new TableCell(
        text,
        header,
        header ? ElementAttributes.scope(element) : null,
        ElementAttributes.span(element, "colspan", TableCell.MAX_COLSPAN),
        ElementAttributes.span(element, "rowspan", TableCell.MAX_ROWSPAN));
  }

  /** Ends a row; one without any text is dropped, unless a cell of it reaches into the next. */
  static void endRow(Frame.Table table, Element row) {
    List<TableCell> cells = List.copyOf(table.cells);
    table.cells.clear();
    if (cells.stream().allMatch(cell -> cell.text().hasNoText() && cell.rowspan() == 1)) {
      return;
    }
    Element section = row.parent();
    String name = section == null ? "" : section.normalName();
    List<TableRow> rows =
        switch (name) {
          case "thead" -> table.header;
          case "tfoot" -> table.footer;
          default -> table.rows;
        };
    rows.add(new TableRow(cells));
  }

  /** The table, then the media out of its cells; its texts alone if it is none any more. */
  static List<Block> blocks(Frame.Table table, @Nullable String lang, @Nullable String dir) {
    table.rows.addAll(table.footer);
    if (table.header.isEmpty() && table.rows.size() > 1 && heads(table.rows.get(0))) {
      table.header.add(table.rows.remove(0));
    }
    List<Block> result = new ArrayList<>();
    if (isWide(table.header) || isWide(table.rows)) {
      result.add(new TableBlock(table.caption, table.header, table.rows, lang, dir));
    } else {
      addParagraph(table.caption, lang, dir, result);
      for (List<TableRow> rows : List.of(table.header, table.rows)) {
        for (TableRow row : rows) {
          row.cells().forEach(cell -> addParagraph(cell.text(), lang, dir, result));
        }
      }
    }
    result.addAll(table.after.blocks);
    return result;
  }

  private static boolean heads(TableRow row) {
    return row.cells().stream().allMatch(TableCell::header);
  }

  private static boolean isWide(List<TableRow> rows) {
    return rows.stream().anyMatch(row -> row.cells().size() > 1);
  }

  private static void addParagraph(
      @Nullable RichText text, @Nullable String lang, @Nullable String dir, List<Block> blocks) {
    if (text != null && !text.hasNoText()) {
      blocks.add(new ParagraphBlock(text, lang, dir));
    }
  }
}
