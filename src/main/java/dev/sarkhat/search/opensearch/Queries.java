package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.SearchExpression;
import dev.sarkhat.search.index.SearchExpression.All;
import dev.sarkhat.search.index.SearchExpression.Any;
import dev.sarkhat.search.index.SearchExpression.Not;
import dev.sarkhat.search.index.SearchExpression.Phrase;
import dev.sarkhat.search.index.SearchExpression.Word;
import dev.sarkhat.search.index.SearchField;
import dev.sarkhat.search.index.SearchFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How what is looked for becomes OpenSearch's queries: the same as become of it in Lucene. */
final class Queries {

  static final String MUST = "must";
  static final String SHOULD = "should";
  static final String FILTER = "filter";
  static final String MUST_NOT = "must_not";

  private Queries() {}

  static ObjectNode object() {
    return OpenSearchClient.JSON.createObjectNode();
  }

  /** A query whose clauses are added by {@link #add}. */
  static ObjectNode bool() {
    ObjectNode query = object();
    query.putObject("bool");
    return query;
  }

  static ObjectNode add(ObjectNode bool, String occur, ObjectNode clause) {
    ((ObjectNode) bool.path("bool")).withArray("/" + occur).add(clause);
    return bool;
  }

  /** Nothing but public articles. */
  static ObjectNode publicArticles(Instant asOf) {
    String now = Documents.instant(asOf);
    ObjectNode query = bool();
    add(query, MUST_NOT, range(Documents.PUBLISHED, "gt", now));
    return add(query, MUST_NOT, range(Documents.EXPIRES, "lte", now));
  }

  private static ObjectNode range(String field, String relation, String bound) {
    ObjectNode query = object();
    query.putObject("range").putObject(field).put(relation, bound);
    return query;
  }

  /** What is looked for, among what the filter lets pass. */
  static ObjectNode add(ObjectNode query, SearchExpression expression, SearchFilter filter) {
    if (expression instanceof All all && all.parts().isEmpty()) {
      add(query, FILTER, kind(EntityKind.ARTICLE));
    } else {
      // Its words are articles' words, so its kind need not be asked for.
      add(query, MUST, query(expression));
    }
    filter.sections().forEach(choice -> addAny(query, FILTER, Documents.SECTION, choice));
    filter.tags().forEach(choice -> addAny(query, FILTER, Documents.TAG, choice));
    filter.sources().forEach(choice -> addAny(query, FILTER, Documents.SOURCE, choice));
    filter.contributors().forEach(choice -> addAny(query, FILTER, Documents.CONTRIBUTOR, choice));
    addAny(query, FILTER, Documents.TYPE, filter.types());
    addAny(query, FILTER, Documents.LANG, filter.langs());
    addAny(query, MUST_NOT, Documents.SECTION, filter.excludedSections());
    addAny(query, MUST_NOT, Documents.TAG, filter.excludedTags());
    addAny(query, FILTER, "_id", filter.ids().stream().map(Documents::articleKey).toList());
    addBound(query, "gte", filter.from());
    addBound(query, "lt", filter.to());
    return query;
  }

  private static void addBound(ObjectNode query, String relation, @Nullable Instant bound) {
    if (bound != null) {
      add(query, FILTER, range(Documents.PUBLISHED, relation, Documents.instant(bound)));
    }
  }

  private static void addAny(ObjectNode query, String occur, String field, Collection<?> values) {
    if (!values.isEmpty()) {
      ObjectNode clause = object();
      ArrayNode terms = clause.putObject("terms").putArray(field);
      values.forEach(value -> terms.add(value.toString()));
      add(query, occur, clause);
    }
  }

  /** The query, with more for what is younger. */
  static ObjectNode recent(ObjectNode wanted, Instant now, Duration pivot, double weight) {
    ObjectNode recency = object();
    recency
        .putObject("distance_feature")
        .put("field", Documents.PUBLISHED)
        .put("origin", Documents.instant(now))
        .put("pivot", pivot.toMillis() + "ms")
        .put("boost", (float) weight);
    return add(add(bool(), MUST, wanted), SHOULD, recency);
  }

  static ObjectNode kind(EntityKind kind) {
    return term(Documents.KIND, kind.value());
  }

  static ObjectNode term(String field, String value) {
    ObjectNode query = object();
    query.putObject("term").put(field, value);
    return query;
  }

  static void addPrefixes(ObjectNode query, List<String> prefixes) {
    prefixes.forEach(prefix -> add(query, FILTER, term(Documents.PREFIX, prefix)));
  }

  private static ObjectNode query(SearchExpression expression) {
    if (expression instanceof All all) {
      return all(all.parts());
    }
    if (expression instanceof Any any) {
      ObjectNode query = bool();
      any.parts().forEach(part -> add(query, SHOULD, query(part)));
      return query;
    }
    if (expression instanceof Not not) {
      return all(List.of(not));
    }
    if (expression instanceof Word word) {
      String field = bag(word.field());
      return best(word.lexemes().stream().map(each -> term(field, each)));
    }
    Phrase phrase = (Phrase) expression;
    String field =
        phrase.field() == SearchField.TITLE ? Documents.TITLE_SEQUENCE : Documents.SEQUENCE;
    return best(phrase.sequences().stream().map(each -> sequence(field, each)));
  }

  private static ObjectNode all(List<SearchExpression> parts) {
    ObjectNode query = bool();
    boolean demands = false;
    for (SearchExpression part : parts) {
      if (part instanceof Not not) {
        add(query, MUST_NOT, query(not.part()));
      } else {
        add(query, MUST, query(part));
        demands = true;
      }
    }
    return demands ? query : add(query, FILTER, kind(EntityKind.ARTICLE));
  }

  private static ObjectNode sequence(String field, List<String> lexemes) {
    if (lexemes.size() == 1) {
      return term(field, lexemes.get(0));
    }
    ObjectNode query = object();
    query.putObject("match_phrase").put(field, String.join(" ", lexemes));
    return query;
  }

  /** Any of them; what fits counts as much as the best of them. */
  private static ObjectNode best(Stream<ObjectNode> alternatives) {
    List<ObjectNode> queries = alternatives.toList();
    ObjectNode query = object();
    switch (queries.size()) {
      case 0 -> query.putObject("match_none");
      case 1 -> query = queries.get(0);
      default ->
          query.putObject("dis_max").put("tie_breaker", 0).putArray("queries").addAll(queries);
    }
    return query;
  }

  private static String bag(SearchField field) {
    return switch (field) {
      case ALL -> Documents.ALL;
      case TITLE -> Documents.TITLE;
      case TAG -> Documents.TAG_WORDS;
      case SOURCE -> Documents.SOURCE_WORDS;
    };
  }
}
