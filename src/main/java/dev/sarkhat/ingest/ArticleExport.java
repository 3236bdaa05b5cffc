package dev.sarkhat.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sarkhat.ingest.Export.Lines;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes articles by their numbers, with five statements for each batch. */
final class ArticleExport {

  /** Most articles have some thousand characters, and none a hundred megabytes. */
  private static final int BATCH = 50;

  private static final String ARTICLES =
      """
      select a.id, a.type, a.status, a.lang, a.kicker, a.title, a.subtitle, a.lead, a.body,
             a.pull_quotes, a.slug, section.slug as section_slug,
             source.slug as source_slug, source.title as source_title, a.source_url,
             original.slug as original_slug, original.title as original_title,
             a.original_source_url, a.external_id, a.image, a.seo, a.attributes,
             a.published_at, a.expire_at, a.created_at, a.updated_at,
             a.withdrawn_at, a.withdrawn_reason, a.embargo_until
      from article a
      join section on section.id = a.section_id
      left join source on source.id = a.source_id
      left join source original on original.id = a.original_source_id
      where a.id > ? order by a.id limit ?
      """;

  private static final String TAGS =
      """
      select l.article_id, t.slug, t.title from article_tag l join tag t on t.id = l.tag_id
      where l.article_id = any(?) order by l.article_id, l.position, t.id
      """;

  private static final String CONTRIBUTORS =
      """
      select l.article_id, c.slug, c.name, l.role
      from article_contributor l join contributor c on c.id = l.contributor_id
      where l.article_id = any(?) order by l.article_id, l.position, c.id
      """;

  /** Those that are there, and those that are awaited. */
  private static final String RELATED =
      """
      select article_id, position, related_id, null as external_id
      from article_related where article_id = any(?)
      union all
      select article_id, position, related_id, external_id
      from awaited_related where article_id = any(?)
      order by article_id, position
      """;

  private static final String PATHS =
      """
      select article_id, path from redirect where article_id = any(?)
      order by article_id, path collate "C"
      """;

  private final Connection connection;
  private final Lines lines;

  ArticleExport(Connection connection, Lines lines) {
    this.connection = connection;
    this.lines = lines;
  }

  void write() throws SQLException, IOException {
    long after = 0;
    TreeMap<Long, ExportLine> batch;
    do {
      batch = read(after);
      if (!batch.isEmpty()) {
        after = batch.lastKey();
        addParts(batch);
        for (ExportLine line : batch.values()) {
          lines.write(line);
        }
      }
    } while (batch.size() == BATCH);
  }

  private TreeMap<Long, ExportLine> read(long after) throws SQLException {
    TreeMap<Long, ExportLine> batch = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(ARTICLES)) {
      statement.setLong(1, after);
      statement.setInt(2, BATCH);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          batch.put(row.getLong("id"), line(row));
        }
      }
    }
    return batch;
  }

  private static ExportLine line(ResultSet row) throws SQLException {
    ExportLine line =
        ExportLine.of("article")
            .put("articleId", row.getLong("id"))
            .put("externalId", row, "external_id")
            .put("type", row, "type")
            .put("status", row, "status")
            .put("lang", row, "lang")
            .put("kicker", row, "kicker")
            .put("title", row, "title")
            .put("subtitle", row, "subtitle")
            .put("lead", row, "lead")
            .put("body", row, "body")
            .putRecord("pullQuotes", row, "pull_quotes")
            .put("slug", row, "slug")
            .put("section", ExportLine.inner().put("slug", row, "section_slug"))
            .put("sourceUrl", row, "source_url")
            .put("originalSourceUrl", row, "original_source_url")
            .putRecord("image", row, "image")
            .putRecord("seo", row, "seo")
            .putFree("attributes", row, "attributes")
            .putInstant("publishedAt", row, "published_at")
            .putInstant("expireAt", row, "expire_at")
            .putInstant("createdAt", row, "created_at")
            .putInstant("updatedAt", row, "updated_at")
            .putInstant("embargoUntil", row, "embargo_until");
    if (row.getString("body") != null) {
      line.put("bodyFormat", "html");
    }
    putSource(line, "source", row, "source_slug", "source_title");
    putSource(line, "originalSource", row, "original_slug", "original_title");
    if ("withdrawn".equals(row.getString("status"))) {
      line.putInstant("withdrawnAt", row, "withdrawn_at")
          .put("withdrawnReason", row, "withdrawn_reason");
    }
    return line;
  }

  private static void putSource(
      ExportLine line, String field, ResultSet row, String slug, String title) throws SQLException {
    if (row.getString(slug) != null) {
      line.put(field, ExportLine.inner().put("slug", row, slug).put("title", row, title));
    }
  }

  private void addParts(TreeMap<Long, ExportLine> batch) throws SQLException {
    addRows(
        batch,
        "tags",
        TAGS,
        (row, tags) ->
            ExportLine.inner().put("slug", row, "slug").put("title", row, "title").addTo(tags));
    addRows(
        batch,
        "contributors",
        CONTRIBUTORS,
        (row, contributors) ->
            ExportLine.inner()
                .put("slug", row, "slug")
                .put("name", row, "name")
                .put("role", row, "role")
                .addTo(contributors));
    addRows(batch, "related", RELATED, ArticleExport::addRelated);
    addRows(
        batch, "paths", PATHS, (row, paths) -> paths.add(OldPaths.encoded(row.getString("path"))));
  }

  private static void addRelated(ResultSet row, ArrayNode related) throws SQLException {
    String externalId = row.getString("external_id");
    if (externalId != null) {
      related.add(externalId);
    } else {
      ExportLine.inner().put("articleId", row.getLong("related_id")).addTo(related);
    }
  }

  /** Adds what a row says. */
  private interface Adder {
    void add(ResultSet row, ArrayNode items) throws SQLException;
  }

  private void addRows(TreeMap<Long, ExportLine> batch, String field, String sql, Adder adder)
      throws SQLException {
    Map<Long, ArrayNode> rows = new HashMap<>();
    Object[] numbers = batch.keySet().toArray();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      long parameters = sql.chars().filter(each -> each == '?').count();
      for (int index = 1; index <= parameters; index++) {
        statement.setArray(index, connection.createArrayOf("bigint", numbers));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          adder.add(row, rows.computeIfAbsent(row.getLong("article_id"), id -> ExportLine.row()));
        }
      }
    }
    batch.forEach((article, line) -> line.put(field, rows.getOrDefault(article, ExportLine.row())));
  }
}
