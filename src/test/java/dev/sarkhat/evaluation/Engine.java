package dev.sarkhat.evaluation;

import dev.sarkhat.text.lexeme.Choice;
import dev.sarkhat.text.lexeme.DocumentLexemes;
import dev.sarkhat.text.lexeme.QueryLexemes;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index in memory, ranked by BM25, that differs from the other by its analysis only. */
enum Engine {
  LEXEMES("lexemes", new WhitespaceAnalyzer()) {
    @Override
    String indexed(String text) {
      return String.join(" ", DocumentLexemes.matching(text));
    }

    @Override
    Query query(String words) {
      List<Choice> choices = QueryLexemes.of(words);
      boolean stopWordsOnly = choices.stream().allMatch(Choice::stopWord);
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (Choice choice : choices) {
        if (stopWordsOnly || !choice.stopWord()) {
          BooleanQuery.Builder any = new BooleanQuery.Builder();
          choice.lexemes().forEach(lexeme -> any.add(term(lexeme), Occur.SHOULD));
          all.add(any.build(), Occur.MUST);
        }
      }
      return all.build();
    }
  },
  STOCK("PersianAnalyzer", new PersianAnalyzer()) {
    @Override
    String indexed(String text) {
      return text;
    }

    @Override
    Query query(String words) {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      tokens(words).forEach(token -> all.add(term(token), Occur.MUST));
      return all.build();
    }
  };

  private static final String FIELD = "text";

  private final String label;
  private final Analyzer analyzer;

  Engine(String label, Analyzer analyzer) {
    this.label = label;
    this.analyzer = analyzer;
  }

  abstract String indexed(String text);

  abstract Query query(String words);

  String label() {
    return label;
  }

  /** An index of the texts, each found by its number. */
  Index index(List<String> texts) {
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (String text : texts) {
          Document document = new Document();
          document.add(new TextField(FIELD, indexed(text), Field.Store.NO));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      return new Index(this, new IndexSearcher(DirectoryReader.open(directory)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> tokens(String text) {
    Set<String> tokens = new LinkedHashSet<>();
    try (TokenStream stream = analyzer.tokenStream(FIELD, new StringReader(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private static Query term(String lexeme) {
    return new TermQuery(new Term(FIELD, lexeme));
  }

  /** Answers queries with the numbers of all texts that match, the best first. */
  record Index(Engine engine, IndexSearcher searcher) {

    List<Integer> search(String words) {
      try {
        int all = Math.max(1, searcher.getIndexReader().maxDoc());
        return Arrays.stream(searcher.search(engine.query(words), all).scoreDocs)
            .map(hit -> hit.doc)
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
