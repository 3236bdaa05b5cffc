package dev.sarkhat.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.json.StrictJson;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of an export on its way: what is absent is left out, and equal things are equal bytes. */
final class ExportLine {

  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(NODES)
          .build();
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** The longest number that an import reads. */
  private static final int DIGITS = 100;

  private final ObjectNode object = NODES.objectNode();

  /** A line of a kind. */
  static ExportLine of(String kind) {
    ExportLine line = new ExportLine();
    line.put("kind", kind);
    return line;
  }

  /** An object within a line. */
  static ExportLine inner() {
    return new ExportLine();
  }

  ExportLine put(String field, @Nullable String text) {
    if (text != null) {
      object.put(field, text);
    }
    return this;
  }

  ExportLine put(String field, long number) {
    object.put(field, number);
    return this;
  }

  /** An instant, in UTC with milliseconds. */
  ExportLine put(String field, @Nullable Instant instant) {
    return put(field, instant == null ? null : MILLISECONDS.format(instant));
  }

  ExportLine put(String field, ExportLine inner) {
    object.set(field, inner.object);
    return this;
  }

  /** A row of things, unless it is empty. */
  ExportLine put(String field, ArrayNode row) {
    if (!row.isEmpty()) {
      object.set(field, row);
    }
    return this;
  }

  /** The text of a row's column. */
  ExportLine put(String field, ResultSet row, String column) throws SQLException {
    return put(field, row.getString(column));
  }

  /** The instant of a row's column. */
  ExportLine putInstant(String field, ResultSet row, String column) throws SQLException {
    OffsetDateTime instant = row.getObject(column, OffsetDateTime.class);
    return put(field, instant == null ? null : instant.toInstant());
  }

  /** A column of JSON as a newsroom's own record wrote it: what is null in it is absent. */
  ExportLine putRecord(String field, ResultSet row, String column) throws SQLException {
    JsonNode record = json(row, column);
    if (record != null) {
      removeNulls(record);
      if (!record.isEmpty()) {
        object.set(field, record);
      }
    }
    return this;
  }

  /** A column of JSON as a sender wrote it, where null says something. */
  ExportLine putFree(String field, ResultSet row, String column) throws SQLException {
    JsonNode free = json(row, column);
    if (free != null && !free.isEmpty()) {
      object.set(field, shortened(free));
    }
    return this;
  }

  /** A row to be filled. */
  static ArrayNode row() {
    return NODES.arrayNode();
  }

  /** Adds this to a row. */
  void addTo(ArrayNode row) {
    row.add(object);
  }

  /** The bytes of the line, without its end. */
  byte[] bytes() {
    return StrictJson.canonical(object);
  }

  private static @Nullable JsonNode json(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    try {
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database keeps JSON only", impossible);
    }
  }

  private static void removeNulls(JsonNode record) {
    if (record instanceof ObjectNode members) {
      members.properties().removeIf(member -> member.getValue().isNull());
    }
    record.forEach(ExportLine::removeNulls);
  }

  /** The same with numbers as short as they were sent: the database writes all zeros of 1e300. */
  private static JsonNode shortened(JsonNode value) {
    if (value instanceof ObjectNode members) {
      ObjectNode same = NODES.objectNode();
      for (Map.Entry<String, JsonNode> member : members.properties()) {
        same.set(member.getKey(), shortened(member.getValue()));
      }
      return same;
    }
    if (value instanceof ArrayNode items) {
      ArrayNode same = NODES.arrayNode();
      items.forEach(item -> same.add(shortened(item)));
      return same;
    }
    if (value instanceof NumericNode number && number.asText().length() > DIGITS) {
      return NODES.numberNode(new BigDecimal(number.asText()).stripTrailingZeros());
    }
    return value;
  }
}
