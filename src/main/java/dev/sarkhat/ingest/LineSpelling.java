package dev.sarkhat.ingest;

import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.article.ArticleTexts;
import dev.sarkhat.spelling.Proofread;
import dev.sarkhat.spelling.Proofreader;
import dev.sarkhat.text.spelling.SpellingCheck;
import dev.sarkhat.text.spelling.SpellingProposal;
import java.util.ArrayList;
import java.util.List;
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

  /** Proofreads an article, unless nobody wants it. */
  Result of(ArticleContent content) {
    if (mode == SpellingMode.NONE) {
      return new Result(content, List.of(), true);
    }
    Fields fields = new Fields(content.lang());
    ArticleContent read =
        new ArticleContent(
            content.type(),
            content.lang(),
            fields.text("/kicker", content.kicker(), ArticleTexts.HEADLINE),
            Objects.requireNonNull(fields.text("/title", content.title(), ArticleTexts.HEADLINE)),
            fields.text("/subtitle", content.subtitle(), ArticleTexts.HEADLINE),
            fields.text("/lead", content.lead(), ArticleTexts.LEAD),
            fields.body(content.body()),
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
    return new Result(read, fields.repairs, fields.archive);
  }

  /** The fields of one article. */
  private final class Fields {

    private final String lang;
    private final List<Repair> repairs = new ArrayList<>();
    private boolean archive = true;

    Fields(String lang) {
      this.lang = lang;
    }

    @Nullable String text(String pointer, @Nullable String text, int limit) {
      return text == null ? null : read(pointer, text, proofreader.text(text, lang), limit);
    }

    @Nullable String body(@Nullable String html) {
      return html == null
          ? null
          : read("/body", html, proofreader.body(html, lang), Integer.MAX_VALUE);
    }

    private String read(String pointer, String text, Proofread found, int limit) {
      archive &= found.archive();
      List<SpellingProposal> safe = mode == SpellingMode.APPLY ? found.safe() : List.of();
      String repaired = SpellingCheck.apply(text, safe);
      // A repair may be longer than what it repairs, and the field full.
      boolean fits = repaired.codePointCount(0, repaired.length()) <= limit;
      int shift = 0;
      for (SpellingProposal each : found.proposals()) {
        boolean applied = fits && mode == SpellingMode.APPLY && Proofread.isSafe(each);
        repairs.add(new Repair(pointer, each.start() + shift, each, applied));
        shift += applied ? each.replacement().length() - each.original().length() : 0;
      }
      return fits ? repaired : text;
    }
  }
}
