package dev.sarkhat.article.editing;

import dev.sarkhat.article.ArticleTexts;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.JsonFields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an editor sends: the article's content as a whole, whose slugs are not yet looked up.
 *
 * @param texts what it says by itself
 * @param credits who made it; a role that is not told is that of the contributor
 */
record ArticleChanges(
    ArticleTexts texts,
    String section,
    List<String> tags,
    @Nullable String source,
    @Nullable String originalSource,
    List<CreditName> credits,
    List<Long> related,
    @Nullable String externalId) {

  private static final int TAGS = 100;
  private static final Map<String, ContributorRole> ROLES =
      JsonFields.words(ContributorRole.values(), ContributorRole::value);

  /** Somebody whose work it is, by their slug. */
  record CreditName(String slug, @Nullable ContributorRole role) {}

  /**
   * Reads the body of a request.
   *
   * @throws ProblemException 400 with everything that is wrong with it
   */
  static ArticleChanges read(JsonFields fields) {
    ArticleTexts texts = ArticleTexts.read(fields);
    String externalId = fields.visible("externalId", ArticleTexts.NAME);
    ArticleChanges changes =
        new ArticleChanges(
            texts,
            fields.requiredSlug("section"),
            fields.texts("tags", TAGS, ArticleTexts.NAME),
            fields.slug("source"),
            fields.slug("originalSource"),
            fields.textsOrObjects(
                "contributors",
                ArticleTexts.FEW,
                ArticleTexts.NAME,
                slug -> new CreditName(slug, null),
                credit ->
                    new CreditName(credit.requiredSlug("slug"), credit.choice("role", ROLES))),
            fields.ids("related", ArticleTexts.FEW),
            externalId == null ? null : externalId.strip());
    refuseRepeated(fields, "tags", changes.tags());
    refuseRepeated(fields, "related", changes.related());
    refuseRepeated(
        fields, "contributors", changes.credits().stream().map(CreditName::slug).toList());
    fields.end(ProblemException::ofBody);
    return changes;
  }

  private static void refuseRepeated(JsonFields fields, String name, List<?> items) {
    Set<Object> seen = new HashSet<>();
    for (Object item : items) {
      if (!seen.add(item)) {
        fields.refuse(name, "holds " + item + " twice");
      }
    }
  }
}
