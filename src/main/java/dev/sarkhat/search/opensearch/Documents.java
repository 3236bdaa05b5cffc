package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.ArticleTexts;
import dev.sarkhat.search.index.ArticleWords;
import dev.sarkhat.search.index.CalendarMonth;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.PendingName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an index, and how articles, names and the position become its documents. {@code
 * index.json} says how each field is kept: lexemes are words between spaces there.
 */
final class Documents {

  /** What the document is about, as the change log writes it: {@code article}, {@code tag}, … */
  static final String KIND = "kind";

  static final String ID = "id";
  static final String DIGEST = "digest";

  static final String ALL = "all";
  static final String TITLE = "title";
  static final String TAG_WORDS = "tagWords";
  static final String SOURCE_WORDS = "sourceWords";
  static final String TITLE_SEQUENCE = "titleSequence";
  static final String SEQUENCE = "sequence";
  static final String SPELLING = "spelling";
  static final String WORD = "word";
  static final String PREFIX = "prefix";

  static final String SECTION = "section";
  static final String TAG = "tag";
  static final String SOURCE = "source";
  static final String CONTRIBUTOR = "contributor";
  static final String TYPE = "type";
  static final String LANG = "lang";
  static final String MONTH = "month";
  static final String JALALI_MONTH = "jalaliMonth";
  static final String PUBLISHED = "published";
  static final String EXPIRES = "expires";
  static final String POPULARITY = "popularity";

  /** The document, and its field, that says how far the index follows the change log. */
  static final String POSITION = "position";

  /** The document that says that somebody wants the index to be built anew. */
  static final String BUILD_REQUEST = "build";

  private static final String EPOCH = "epoch";
  private static final String NUMBER = "number";
  private static final String ANALYSIS = "analysis";
  private static final String PENDING = "pending";
  private static final String AFTER_ARTICLE = "afterArticle";

  /** Always with milliseconds: a bound without them would be the whole second. */
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Documents() {}

  /** What an index is made with. */
  static ObjectNode index() {
    try (InputStream json =
        Objects.requireNonNull(Documents.class.getResourceAsStream("index.json"))) {
      return (ObjectNode) OpenSearchClient.JSON.readTree(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String articleKey(long id) {
    return EntityKind.ARTICLE.value() + id;
  }

  static String nameKey(NameKey key) {
    return key.kind().value() + key.id();
  }

  static String instant(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  static ObjectNode document(IndexedArticle article) {
    ObjectNode document = document(EntityKind.ARTICLE, article.id(), article.digest());
    add(document, SECTION, article.sections());
    add(document, TAG, article.tags());
    add(document, SOURCE, article.sources());
    add(document, CONTRIBUTOR, article.contributors());
    document.put(TYPE, article.type());
    document.put(LANG, article.lang());
    long published = article.publishedAt().toEpochMilli();
    document.put(PUBLISHED, instant(article.publishedAt()));
    document.put(MONTH, CalendarMonth.gregorian(published).name());
    document.put(JALALI_MONTH, CalendarMonth.jalali(published).name());
    if (article.expireAt() != null) {
      document.put(EXPIRES, instant(article.expireAt()));
    }
    ArticleWords words = article.words();
    document.put(ALL, String.join(" ", words.all()));
    document.put(TITLE, String.join(" ", words.title()));
    document.put(TAG_WORDS, String.join(" ", words.tags()));
    document.put(SOURCE_WORDS, String.join(" ", words.sources()));
    addSequences(document, TITLE_SEQUENCE, words.titleSequences());
    addSequences(document, SEQUENCE, words.sequences());
    add(document, SPELLING, words.spellings());
    add(document, WORD, words.words());
    add(document, PREFIX, words.titlePrefixes());
    return document;
  }

  static ObjectNode document(IndexedName name) {
    ObjectNode document = document(name.key().kind(), name.key().id(), name.digest());
    add(document, PREFIX, name.prefixes());
    return document.put(POPULARITY, name.popularity());
  }

  private static ObjectNode document(EntityKind kind, long id, long digest) {
    return OpenSearchClient.JSON
        .createObjectNode()
        .put(KIND, kind.value())
        .put(ID, id)
        .put(DIGEST, digest);
  }

  private static void add(ObjectNode document, String field, Collection<?> values) {
    ArrayNode array = document.putArray(field);
    values.forEach(value -> array.add(value.toString()));
  }

  /** Between the values of a field there is a gap that no phrase reaches across. */
  private static void addSequences(
      ObjectNode document, String field, List<List<String>> sequences) {
    add(document, field, sequences.stream().map(each -> String.join(" ", each)).toList());
  }

  static ObjectNode buildRequest() {
    return OpenSearchClient.JSON.createObjectNode().put(KIND, BUILD_REQUEST);
  }

  static ObjectNode document(IndexPosition position) {
    ObjectNode document = OpenSearchClient.JSON.createObjectNode().put(KIND, POSITION);
    ObjectNode at =
        document
            .putObject(POSITION)
            .put(EPOCH, position.epoch().toString())
            .put(NUMBER, position.number())
            .put(ANALYSIS, ArticleTexts.ANALYSIS);
    ArrayNode pending = at.putArray(PENDING);
    for (PendingName each : position.pending()) {
      pending
          .addObject()
          .put(KIND, each.kind().name())
          .put(ID, each.id())
          .put(AFTER_ARTICLE, each.afterArticle());
    }
    return document;
  }

  /** What such a document says; null for none, or if text is analysed in another way there. */
  static @Nullable IndexPosition position(JsonNode document) {
    JsonNode at = document.path(POSITION);
    if (at.path(ANALYSIS).asInt() != ArticleTexts.ANALYSIS) {
      return null;
    }
    try {
      return new IndexPosition(
          UUID.fromString(at.path(EPOCH).asText()), at.path(NUMBER).asLong(), pending(at));
    } catch (IllegalArgumentException foreign) {
      return null;
    }
  }

  private static List<PendingName> pending(JsonNode at) {
    List<PendingName> pending = new ArrayList<>();
    for (JsonNode each : at.path(PENDING)) {
      pending.add(
          new PendingName(
              EntityKind.valueOf(each.path(KIND).asText()),
              each.path(ID).asLong(),
              each.path(AFTER_ARTICLE).asLong()));
    }
    return pending;
  }
}
