package dev.sarkhat.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sarkhat.ingest.Export.Lines;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that is not an article. Things are told in the order in which they were made, where
 * that is what decides between two that share a place.
 */
final class NewsroomExport {

  private static final int BATCH = 500;

  /** One that is being merged into another is that other's alias already. */
  private static final String TAGS =
      """
      select id, slug, title, type, description, lang, listed,
             (select jsonb_agg(jsonb_build_object('slug', a.slug, 'title', a.title)
                               order by a.slug collate "C")
              from tag_alias a where a.tag_id = tag.id) as aliases
      from tag where id > ? and merged_into is null order by id limit ?
      """;

  private final Connection connection;
  private final Lines lines;

  NewsroomExport(Connection connection, Lines lines) {
    this.connection = connection;
    this.lines = lines;
  }

  void write() throws SQLException, IOException {
    sections();
    named(
        TAGS,
        row ->
            ExportLine.of("tag")
                .put("slug", row, "slug")
                .put("title", row, "title")
                .put("type", row, "type")
                .put("description", row, "description")
                .put("lang", row, "lang")
                .putUnlessTrue("listed", row, "listed")
                .putRecord("aliases", row, "aliases"));
    named(
        "select id, slug, title, url, description, lang, listed from source"
            + " where id > ? order by id limit ?",
        row ->
            ExportLine.of("source")
                .put("slug", row, "slug")
                .put("title", row, "title")
                .put("url", row, "url")
                .put("description", row, "description")
                .put("lang", row, "lang")
                .putUnlessTrue("listed", row, "listed"));
    named(
        "select id, slug, name, role, description, url, lang, listed from contributor"
            + " where id > ? order by id limit ?",
        row ->
            ExportLine.of("contributor")
                .put("slug", row, "slug")
                .put("name", row, "name")
                .put("role", row, "role")
                .put("description", row, "description")
                .put("url", row, "url")
                .put("lang", row, "lang")
                .putUnlessTrue("listed", row, "listed"));
    menus();
  }

  private void sections() throws SQLException, IOException {
    Map<Long, ArrayNode> paths = new HashMap<>();
    each(
        "select section_id, path from redirect where section_id is not null"
            + " order by path collate \"C\"",
        row ->
            paths
                .computeIfAbsent(row.getLong("section_id"), id -> ExportLine.row())
                .add(OldPaths.encoded(row.getString("path"))));
    each(
        """
        with recursive tree as (
          select s.id, s.parent_id, 0 as depth from section s where s.parent_id is null
          union all
          select s.id, s.parent_id, tree.depth + 1 from section s join tree on s.parent_id = tree.id
        )
        select s.id, s.slug, s.title, above.slug as parent, s.position, s.description, s.lang,
               s.listed
        from tree join section s on s.id = tree.id left join section above on above.id = s.parent_id
        order by tree.depth, s.position, s.id
        """,
        row ->
            lines.write(
                ExportLine.of("section")
                    .put("slug", row, "slug")
                    .put("title", row, "title")
                    .put("parent", row, "parent")
                    .put("position", row.getInt("position"))
                    .put("description", row, "description")
                    .put("lang", row, "lang")
                    .putUnlessTrue("listed", row, "listed")
                    .put("paths", paths.getOrDefault(row.getLong("id"), ExportLine.row()))));
  }

  private void menus() throws SQLException, IOException {
    List<MenuRow> menus = new ArrayList<>();
    each(
        "select id, slug, title, lang, position from menu order by position, id",
        row ->
            menus.add(
                new MenuRow(
                    row.getLong("id"),
                    ExportLine.of("menu")
                        .put("slug", row, "slug")
                        .put("title", row, "title")
                        .put("lang", row, "lang")
                        .put("position", row.getInt("position")))));
    for (MenuRow menu : menus) {
      lines.write(menu.line().put("items", items(menu.id())));
    }
  }

  private record MenuRow(long id, ExportLine line) {}

  private ArrayNode items(long menu) throws SQLException, IOException {
    Map<Long, List<ItemRow>> below = new HashMap<>();
    each(
        """
        select i.id, coalesce(i.parent_id, 0) as parent, i.label, s.slug as section, t.slug as tag,
               i.path, i.url
        from menu_item i
        left join section s on s.id = i.section_id
        left join tag named on named.id = i.tag_id
        left join tag t on t.id = coalesce(named.merged_into, named.id)
        where i.menu_id = ? order by i.position, i.id
        """,
        row ->
            below
                .computeIfAbsent(row.getLong("parent"), id -> new ArrayList<>())
                .add(
                    new ItemRow(
                        row.getLong("id"),
                        ExportLine.inner()
                            .put("label", row, "label")
                            .put("section", row, "section")
                            .put("tag", row, "tag")
                            .put("path", row, "path")
                            .put("url", row, "url"))),
        menu);
    return items(0L, below);
  }

  private record ItemRow(long id, ExportLine line) {}

  private static ArrayNode items(long parent, Map<Long, List<ItemRow>> below) {
    ArrayNode items = ExportLine.row();
    for (ItemRow item : below.getOrDefault(parent, List.of())) {
      item.line().put("items", items(item.id(), below)).addTo(items);
    }
    return items;
  }

  /** Makes something of a row. */
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException, IOException;
  }

  /** Does something with a row. */
  private interface RowHandler {
    void accept(ResultSet row) throws SQLException, IOException;
  }

  private void named(String sql, RowReader<ExportLine> reader) throws SQLException, IOException {
    long after = 0;
    int rows;
    do {
      long[] last = {after};
      rows =
          each(
              sql,
              row -> {
                lines.write(reader.read(row));
                last[0] = row.getLong("id");
              },
              after,
              BATCH);
      after = last[0];
    } while (rows == BATCH);
  }

  private int each(String sql, RowHandler handler, @Nullable Object... parameters)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setObject(index + 1, parameters[index]);
      }
      int count = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          handler.accept(rows);
          count++;
        }
      }
      return count;
    }
  }
}
