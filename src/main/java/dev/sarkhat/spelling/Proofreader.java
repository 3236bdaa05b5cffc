package dev.sarkhat.spelling;

import dev.sarkhat.article.body.BodyProse;
import dev.sarkhat.search.ArchiveSpellings;
import dev.sarkhat.text.spelling.Attested;
import dev.sarkhat.text.spelling.SpellingCheck;
import dev.sarkhat.text.spelling.SpellingProposal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for what is spelled wrongly in Persian texts, with the newsroom's articles as witness. */
@ApplicationScoped
public class Proofreader {

  /** Persian under each of its codes, and as it is written in Afghanistan and Iran. */
  private static final Set<String> PERSIAN = Set.of("fa", "fas", "per", "pes", "prs");

  private final ArchiveSpellings archive;

  @Inject
  Proofreader(ArchiveSpellings archive) {
    this.archive = archive;
  }

  /**
   * Proofreads a text without markup.
   *
   * @param lang a BCP 47 tag; nothing is proposed for other languages than Persian
   */
  public Proofread text(String text, String lang) {
    Witness witness = new Witness(archive, Set.of());
    List<SpellingProposal> found = isPersian(lang) ? SpellingCheck.check(text, witness) : List.of();
    return new Proofread(found, witness.heard);
  }

  /**
   * Proofreads what an article says, as one text: what its author does in one field says something
   * of the others.
   *
   * @param lang the language of what does not say its own
   * @param isWitness whether the archive has this article: it does not speak for itself
   */
  public ArticleProofread article(List<ArticleField> fields, String lang, boolean isWitness) {
    StringBuilder joined = new StringBuilder();
    List<Stretch> stretches = new ArrayList<>();
    for (ArticleField field : fields) {
      stretches.add(Stretch.of(field, lang, joined.length()));
      joined.append(stretches.get(stretches.size() - 1).text).append('\n');
    }
    String text = joined.toString();
    Set<String> own = isWitness ? SpellingCheck.attestedSpellings(text) : Set.of();
    Witness witness = new Witness(archive, own);
    Map<String, List<SpellingProposal>> found = new LinkedHashMap<>();
    int at = 0;
    for (SpellingProposal proposal : SpellingCheck.check(text, witness)) {
      while (stretches.get(at).end() < proposal.end()) {
        at++;
      }
      String pointer = stretches.get(at).field.pointer();
      stretches
          .get(at)
          .placed(proposal)
          .ifPresent(found.computeIfAbsent(pointer, field -> new ArrayList<>())::add);
    }
    return new ArticleProofread(found, witness.heard);
  }

  /**
   * A field's part of the text that is proofread.
   *
   * @param start where it begins there
   * @param prose where its characters stand in the field; null if they stand there one by one
   */
  private record Stretch(ArticleField field, int start, String text, @Nullable BodyProse prose) {

    static Stretch of(ArticleField field, String lang, int start) {
      if (field.isHtml()) {
        BodyProse prose = BodyProse.of(field.text(), lang, Proofreader::isPersian);
        return new Stretch(field, start, prose.text(), prose);
      }
      return new Stretch(field, start, isPersian(lang) ? field.text() : "", null);
    }

    int end() {
      return start + text.length();
    }

    /** The proposal with its place in the field; empty if it does not stand there as one. */
    Optional<SpellingProposal> placed(SpellingProposal proposal) {
      int first = proposal.start() - start;
      int last = proposal.end() - start;
      Optional<Integer> place = Optional.of(first);
      if (prose != null) {
        place =
            BodyProse.isPlain(proposal.replacement()) ? prose.place(first, last) : Optional.empty();
      }
      return place.map(
          at ->
              new SpellingProposal(
                  at,
                  at + last - first,
                  proposal.original(),
                  proposal.replacement(),
                  proposal.rule(),
                  proposal.confidence()));
    }
  }

  static boolean isPersian(String lang) {
    return PERSIAN.contains(lang.split("-", 2)[0].toLowerCase(Locale.ROOT));
  }

  /** Asks the archive, and remembers whether it answered. */
  private static final class Witness implements Attested {

    private final ArchiveSpellings archive;
    private final Set<String> own;
    private boolean heard = true;

    Witness(ArchiveSpellings archive, Set<String> own) {
      this.archive = archive;
      this.own = own;
    }

    @Override
    public Map<String, Integer> articlesWith(Set<String> spellings) {
      Optional<Map<String, Integer>> articles = archive.articlesWith(spellings);
      heard = articles.isPresent();
      Map<String, Integer> others = new HashMap<>(articles.orElse(Map.of()));
      own.forEach(each -> others.computeIfPresent(each, (spelling, count) -> count - 1));
      return others;
    }
  }
}
