package dev.sarkhat.search.lucene;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.ArticleWords;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.NameKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermInSetQuery;

/** The fields of the index, and how articles and names become its documents. */
final class Schema {

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
  static final String PUBLISHED = "published";
  static final String EXPIRES = "expires";
  static final String POPULARITY = "popularity";

  /** Finds the one document of an entity: its kind and its number. */
  private static final String KEY = "key";

  private static final SortField BY_PUBLISHED =
      new SortedNumericSortField(PUBLISHED, SortField.Type.LONG, true);

  static {
    // Names have no date and come after all articles.
    BY_PUBLISHED.setMissingValue(Long.MIN_VALUE);
  }

  /** The newest first: the order in which the documents are stored. */
  static final Sort NEWEST = new Sort(BY_PUBLISHED, new SortField(ID, SortField.Type.LONG, true));

  /** The best first, the newest of those that are equally good. */
  static final Sort RELEVANCE =
      new Sort(SortField.FIELD_SCORE, BY_PUBLISHED, new SortField(ID, SortField.Type.LONG, true));

  private static final FieldType BAG = type(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType UNWEIGHTED = type(IndexOptions.DOCS_AND_FREQS, true);
  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
  private static final FieldType TERMS = type(IndexOptions.DOCS, true);

  private Schema() {}

  private static FieldType type(IndexOptions options, boolean omitNorms) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setOmitNorms(omitNorms);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  static Term articleKey(long id) {
    return key(EntityKind.ARTICLE, id);
  }

  static Term nameKey(NameKey key) {
    return key(key.kind(), key.id());
  }

  static Query articles(Collection<Long> ids) {
    return new TermInSetQuery(KEY, ids.stream().map(id -> articleKey(id).bytes()).toList());
  }

  private static Term key(EntityKind kind, long id) {
    return new Term(KEY, kind.value() + id);
  }

  static Document document(IndexedArticle article) {
    Document document = document(EntityKind.ARTICLE, article.id(), article.digest());
    addKeywords(document, SECTION, article.sections());
    addKeywords(document, TAG, article.tags());
    addKeywords(document, SOURCE, article.sources());
    addKeywords(document, CONTRIBUTOR, article.contributors());
    addKeywords(document, TYPE, Set.of(article.type()));
    addKeywords(document, LANG, Set.of(article.lang()));
    document.add(new LongField(PUBLISHED, article.publishedAt().toEpochMilli(), Field.Store.NO));
    if (article.expireAt() != null) {
      document.add(new LongPoint(EXPIRES, article.expireAt().toEpochMilli()));
    }
    ArticleWords words = article.words();
    addTerms(document, ALL, words.all(), BAG);
    addTerms(document, TITLE, words.title(), UNWEIGHTED);
    addTerms(document, TAG_WORDS, words.tags(), UNWEIGHTED);
    addTerms(document, SOURCE_WORDS, words.sources(), UNWEIGHTED);
    addSequences(document, TITLE_SEQUENCE, words.titleSequences());
    addSequences(document, SEQUENCE, words.sequences());
    addTerms(document, SPELLING, words.spellings(), TERMS);
    addTerms(document, WORD, words.words(), TERMS);
    addTerms(document, PREFIX, words.titlePrefixes(), TERMS);
    return document;
  }

  static Document document(IndexedName name) {
    Document document = document(name.key().kind(), name.key().id(), name.digest());
    addTerms(document, PREFIX, name.prefixes(), TERMS);
    document.add(new NumericDocValuesField(POPULARITY, name.popularity()));
    return document;
  }

  private static Document document(EntityKind kind, long id, long digest) {
    Document document = new Document();
    document.add(new StringField(KEY, key(kind, id).bytes(), Field.Store.NO));
    document.add(new StringField(KIND, kind.value(), Field.Store.NO));
    document.add(new NumericDocValuesField(ID, id));
    document.add(new NumericDocValuesField(DIGEST, digest));
    return document;
  }

  private static void addKeywords(Document document, String field, Set<?> values) {
    values.forEach(
        value -> document.add(new KeywordField(field, value.toString(), Field.Store.NO)));
  }

  private static void addTerms(
      Document document, String field, Collection<String> terms, FieldType type) {
    if (!terms.isEmpty()) {
      document.add(new Field(field, new Terms(List.of(terms)), type));
    }
  }

  private static void addSequences(
      Document document, String field, List<? extends Collection<String>> sequences) {
    if (!sequences.isEmpty()) {
      document.add(new Field(field, new Terms(sequences), PLACED));
    }
  }
}
