package dev.sarkhat.search.lucene;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.SearchExpression;
import dev.sarkhat.search.index.SearchExpression.All;
import dev.sarkhat.search.index.SearchExpression.Any;
import dev.sarkhat.search.index.SearchExpression.Not;
import dev.sarkhat.search.index.SearchExpression.Phrase;
import dev.sarkhat.search.index.SearchExpression.Word;
import dev.sarkhat.search.index.SearchField;
import dev.sarkhat.search.index.SearchFilter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** How what is looked for becomes Lucene's queries. */
final class Queries {

  private static final Query ARTICLES =
      new TermQuery(new Term(Schema.KIND, EntityKind.ARTICLE.value()));

  private Queries() {}

  /** Nothing but public articles. Few are to come or have expired: it costs less to name those. */
  static BooleanQuery.Builder publicArticles(Instant asOf) {
    long now = asOf.toEpochMilli();
    return new BooleanQuery.Builder()
        .add(LongPoint.newRangeQuery(Schema.PUBLISHED, now + 1, Long.MAX_VALUE), Occur.MUST_NOT)
        .add(LongPoint.newRangeQuery(Schema.EXPIRES, Long.MIN_VALUE, now), Occur.MUST_NOT);
  }

  /** What is looked for, among what the filter lets pass. */
  static BooleanQuery.Builder add(
      BooleanQuery.Builder query, SearchExpression expression, SearchFilter filter) {
    Query wanted = query(expression);
    if (wanted instanceof MatchAllDocsQuery) {
      query.add(ARTICLES, Occur.FILTER);
    } else {
      // Its words are articles' words, so its kind need not be asked for.
      query.add(wanted, Occur.MUST);
    }
    addAll(query, Schema.SECTION, filter.sections());
    addAll(query, Schema.TAG, filter.tags());
    addAll(query, Schema.SOURCE, filter.sources());
    addAll(query, Schema.CONTRIBUTOR, filter.contributors());
    addAny(query, Schema.TYPE, filter.types(), Occur.FILTER);
    addAny(query, Schema.LANG, filter.langs(), Occur.FILTER);
    addAny(query, Schema.SECTION, filter.excludedSections(), Occur.MUST_NOT);
    addAny(query, Schema.TAG, filter.excludedTags(), Occur.MUST_NOT);
    if (!filter.ids().isEmpty()) {
      query.add(Schema.articles(filter.ids()), Occur.FILTER);
    }
    if (filter.from() != null || filter.to() != null) {
      long from = filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochMilli();
      long to = filter.to() == null ? Long.MAX_VALUE : filter.to().toEpochMilli() - 1;
      query.add(LongField.newRangeQuery(Schema.PUBLISHED, from, to), Occur.FILTER);
    }
    return query;
  }

  private static void addAll(
      BooleanQuery.Builder query, String field, List<? extends Collection<?>> choices) {
    choices.forEach(choice -> addAny(query, field, choice, Occur.FILTER));
  }

  private static void addAny(
      BooleanQuery.Builder query, String field, Collection<?> values, Occur occur) {
    if (!values.isEmpty()) {
      BytesRef[] terms =
          values.stream().map(value -> new BytesRef(value.toString())).toArray(BytesRef[]::new);
      query.add(KeywordField.newSetQuery(field, List.of(terms)), occur);
    }
  }

  private static Query query(SearchExpression expression) {
    if (expression instanceof All all) {
      return all(all.parts());
    }
    if (expression instanceof Any any) {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      any.parts().forEach(part -> query.add(query(part), Occur.SHOULD));
      return query.build();
    }
    if (expression instanceof Not not) {
      return all(List.of(not));
    }
    if (expression instanceof Word word) {
      String field = bag(word.field());
      return best(word.lexemes().stream().map(each -> new TermQuery(new Term(field, each))));
    }
    Phrase phrase = (Phrase) expression;
    String field = phrase.field() == SearchField.TITLE ? Schema.TITLE_SEQUENCE : Schema.SEQUENCE;
    return best(phrase.sequences().stream().map(each -> sequence(field, each)));
  }

  private static Query all(List<SearchExpression> parts) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean demands = false;
    for (SearchExpression part : parts) {
      if (part instanceof Not not) {
        query.add(query(not.part()), Occur.MUST_NOT);
      } else {
        query.add(query(part), Occur.MUST);
        demands = true;
      }
    }
    if (parts.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    return demands ? query.build() : query.add(ARTICLES, Occur.FILTER).build();
  }

  private static Query sequence(String field, List<String> lexemes) {
    return lexemes.size() == 1
        ? new TermQuery(new Term(field, lexemes.get(0)))
        : new PhraseQuery(field, lexemes.toArray(String[]::new));
  }

  /** Any of them; what fits counts as much as the best of them. */
  private static Query best(Stream<? extends Query> alternatives) {
    List<Query> queries = alternatives.<Query>map(each -> each).toList();
    return switch (queries.size()) {
      case 0 -> new MatchNoDocsQuery();
      case 1 -> queries.get(0);
      default -> new DisjunctionMaxQuery(queries, 0);
    };
  }

  private static String bag(SearchField field) {
    return switch (field) {
      case ALL -> Schema.ALL;
      case TITLE -> Schema.TITLE;
      case TAG -> Schema.TAG_WORDS;
      case SOURCE -> Schema.SOURCE_WORDS;
    };
  }
}
