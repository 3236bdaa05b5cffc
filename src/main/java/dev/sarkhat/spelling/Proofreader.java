package dev.sarkhat.spelling;

import dev.sarkhat.article.body.BodyProse;
import dev.sarkhat.search.ArchiveSpellings;
import dev.sarkhat.text.spelling.Attested;
import dev.sarkhat.text.spelling.SpellingCheck;
import dev.sarkhat.text.spelling.SpellingProposal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    Witness witness = new Witness(archive);
    List<SpellingProposal> found = isPersian(lang) ? SpellingCheck.check(text, witness) : List.of();
    return new Proofread(found, witness.heard);
  }

  /**
   * Proofreads a body. The proposals' places are those in the HTML, and none touches its markup.
   *
   * @param cleanHtml as bodies are kept
   * @param lang the language of what does not say its own
   */
  public Proofread body(String cleanHtml, String lang) {
    Witness witness = new Witness(archive);
    BodyProse prose = BodyProse.of(cleanHtml, lang, Proofreader::isPersian);
    List<SpellingProposal> found =
        SpellingCheck.check(prose.text(), witness).stream()
            .map(proposal -> placed(proposal, prose))
            .flatMap(Optional::stream)
            .toList();
    return new Proofread(found, witness.heard);
  }

  private static Optional<SpellingProposal> placed(SpellingProposal proposal, BodyProse prose) {
    if (!BodyProse.isPlain(proposal.replacement())) {
      return Optional.empty();
    }
    return prose
        .place(proposal.start(), proposal.end())
        .map(
            start ->
                new SpellingProposal(
                    start,
                    start + proposal.original().length(),
                    proposal.original(),
                    proposal.replacement(),
                    proposal.rule(),
                    proposal.confidence()));
  }

  static boolean isPersian(String lang) {
    return PERSIAN.contains(lang.split("-", 2)[0].toLowerCase(Locale.ROOT));
  }

  /** Asks the archive, and remembers whether it answered. */
  private static final class Witness implements Attested {

    private final ArchiveSpellings archive;
    private boolean heard = true;

    Witness(ArchiveSpellings archive) {
      this.archive = archive;
    }

    @Override
    public Map<String, Integer> articlesWith(Set<String> spellings) {
      Optional<Map<String, Integer>> articles = archive.articlesWith(spellings);
      heard = articles.isPresent();
      return articles.orElse(Map.of());
    }
  }
}
