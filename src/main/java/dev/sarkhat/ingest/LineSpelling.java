package dev.sarkhat.ingest;

import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.article.ArticleTexts;
import dev.sarkhat.spelling.ArticleField;
import dev.sarkhat.spelling.ArticleProofread;
import dev.sarkhat.spelling.Proofread;
import dev.sarkhat.spelling.Proofreader;
import dev.sarkhat.text.spelling.SpellingCheck;
import dev.sarkhat.text.spelling.SpellingProposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Proofreads what the lines of an import say, as far as its sender wants that. */
final class LineSpelling {

  private final Proofreader proofreader;
  private final SpellingMode mode;

  LineSpelling(Proofreader proofreader, SpellingMode mode) {
    this.proofreader = proofreader;
    this.mode = mode;
  }

  /**
   * A repair in a field.
   *
   * @param start where it stands in the field as it is stored
   */
  record Repair(String pointer, int start, SpellingProposal proposal, boolean applied) {

    private int end() {
      String standing = applied ? proposal.replacement() : proposal.original();
      return start + standing.length();
    }

    /** What is told of it. */
    SpellingNote note(ReceivedLine line, long article) {
      return new SpellingNote(
          line.number(),
          line.externalId(),
          article,
          pointer,
          start,
          end(),
          proposal.original(),
          proposal.replacement(),
          proposal.rule().code(),
          Proofread.told(proposal),
          applied);
    }
  }

  /**
   * What an article says, proofread.
   *
   * @param content with the repairs that were made
   * @param repairs made or proposed, field by field
   * @param archive whether the newsroom's articles were asked
   */
  record Result(ArticleContent content, List<Repair> repairs, boolean archive) {}

  /**
   * Proofreads an article, unless nobody wants it.
   *
   * @param isKnown whether the newsroom has it already, in other words
   */
  Result of(ArticleContent content, boolean isKnown) {
    if (mode == SpellingMode.NONE) {
      return new Result(content, List.of(), true);
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    put(fields, "/kicker", content.kicker(), ArticleTexts.HEADLINE);
    put(fields, "/title", content.title(), ArticleTexts.HEADLINE);
    put(fields, "/subtitle", content.subtitle(), ArticleTexts.HEADLINE);
    put(fields, "/lead", content.lead(), ArticleTexts.LEAD);
    put(fields, "/body", content.body(), Integer.MAX_VALUE);
    List<ArticleField> texts =
        fields.entrySet().stream()
            .map(each -> new ArticleField(each.getKey(), each.getValue().text))
            .toList();
    ArticleProofread found = proofreader.article(texts, content.lang(), isKnown);
    List<Repair> repairs = new ArrayList<>();
    fields.replaceAll((pointer, field) -> repaired(pointer, field, found.of(pointer), repairs));
    return new Result(repaired(content, fields), repairs, found.archive());
  }

  /** A field of the article, and how many characters it may have. */
  private record Field(String text, int limit) {}

  private static void put(
      Map<String, Field> fields, String pointer, @Nullable String text, int limit) {
    if (text != null) {
      fields.put(pointer, new Field(text, limit));
    }
  }

  private Field repaired(
      String pointer, Field field, List<SpellingProposal> found, List<Repair> repairs) {
    List<SpellingProposal> made = found.stream().filter(this::isMade).toList();
    String repaired = SpellingCheck.apply(field.text, made);
    // A repair may be longer than what it repairs, and the field full.
    boolean fits = repaired.codePointCount(0, repaired.length()) <= field.limit;
    int shift = 0;
    for (SpellingProposal each : found) {
      boolean applied = fits && isMade(each);
      repairs.add(new Repair(pointer, each.start() + shift, each, applied));
      shift += applied ? each.replacement().length() - each.original().length() : 0;
    }
    return fits ? new Field(repaired, field.limit) : field;
  }

  private boolean isMade(SpellingProposal proposal) {
    return mode == SpellingMode.APPLY && Proofread.isSafe(proposal);
  }

  private static ArticleContent repaired(ArticleContent content, Map<String, Field> fields) {
    return new ArticleContent(
        content.type(),
        content.lang(),
        text(fields, "/kicker"),
        Objects.requireNonNull(text(fields, "/title")),
        text(fields, "/subtitle"),
        text(fields, "/lead"),
        text(fields, "/body"),
        content.pullQuotes(),
        content.slug(),
        content.section(),
        content.source(),
        content.sourceUrl(),
        content.originalSource(),
        content.originalSourceUrl(),
        content.externalId(),
        content.image(),
        content.seo(),
        content.attributes());
  }

  private static @Nullable String text(Map<String, Field> fields, String pointer) {
    Field field = fields.get(pointer);
    return field == null ? null : field.text;
  }
}
