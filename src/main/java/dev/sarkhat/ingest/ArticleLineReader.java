package dev.sarkhat.ingest;

import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleTexts;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.ingest.ArticleLine.ContributorName;
import dev.sarkhat.ingest.ArticleLine.SourceName;
import dev.sarkhat.json.FieldFormat;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.StorableText;
import dev.sarkhat.text.TextNormalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an article's line: what articles say wherever they come from, and what senders add. */
final class ArticleLineReader {

  private static final int NAME = ArticleTexts.NAME;
  private static final int FEW = ArticleTexts.FEW;

  private static final Map<String, ArticleStatus> STATUSES =
      JsonFields.words(ArticleStatus.values(), ArticleStatus::value);

  ArticleLine read(JsonFields fields) {
    Set<Note> notes = EnumSet.noneOf(Note.class);
    ArticleTexts texts = ArticleTexts.read(fields);
    String lang = texts.lang();
    ArticleStatus status = fields.choice("status", STATUSES);
    PublishingTime time = PublishingTime.read(fields, status, notes);
    String senderUrl = fields.url("url");
    String section = name(fields, "section", lang);
    if (section == null) {
      notes.add(Note.SECTION_MISSING);
      if (fields.has("subsection")) {
        fields.refuse("subsection", "stands without a section");
      }
    }
    String externalId = externalId(fields, notes);
    addAttributes(texts.attributes(), fields, time);
    return new ArticleLine(
        externalId,
        texts,
        status,
        section,
        name(fields, "sectionLabel", lang),
        name(fields, "subsection", lang),
        name(fields, "subsectionLabel", lang),
        ArticleTagsReader.read(fields, lang, notes),
        source(fields, "source", lang),
        texts.sourceUrl() == null ? senderUrl : texts.sourceUrl(),
        source(fields, "originalSource", lang),
        contributors(fields, lang),
        path(fields),
        related(fields, externalId),
        time.publishedAt(),
        fields.instant("updatedAt"),
        time.expireAt(),
        withdrawnReason(fields, status, lang),
        notes);
  }

  private static @Nullable String externalId(JsonFields fields, Set<Note> notes) {
    String externalId = fields.visible("externalId", NAME);
    String id = fields.visible("id", NAME);
    if (externalId == null) {
      notes.add(id == null ? Note.NO_IDENTIFIER : Note.ID_TAKEN);
      return id == null ? null : id.strip();
    }
    return externalId.strip();
  }

  /** A name that other spellings of it can be matched with. */
  private static @Nullable String name(JsonFields fields, String field, String lang) {
    return fields.has(field) ? NameFields.name(fields, field, lang) : null;
  }

  private static @Nullable SourceName source(JsonFields fields, String field, String lang) {
    SourceName name =
        fields.<@Nullable SourceName>textOrObject(
            field,
            NAME,
            title -> new SourceName(TextNormalizer.line(title, lang), null, null),
            source ->
                new SourceName(
                    TextNormalizer.line(source.required("title", NAME), lang),
                    source.slug("slug"),
                    source.url("url")));
    if (name != null && MatchKey.of(name.title()).isEmpty()) {
      fields.refuse(field, "has neither a letter nor a digit");
    }
    return name;
  }

  private static List<ContributorName> contributors(JsonFields fields, String lang) {
    List<ContributorName> names =
        fields.textsOrObjects(
            "contributors",
            FEW,
            NAME,
            name ->
                new ContributorName(
                    TextNormalizer.line(name, lang), null, ContributorRole.REPORTER),
            contributor ->
                new ContributorName(
                    TextNormalizer.line(contributor.required("name", NAME), lang),
                    contributor.slug("slug"),
                    contributor.choice(
                        "role", NewsroomLineReader.ROLES, ContributorRole.REPORTER)));
    if (names.stream().anyMatch(each -> MatchKey.of(each.name()).isEmpty())) {
      fields.refuse("contributors", "has a name with neither a letter nor a digit");
    }
    return names;
  }

  private static @Nullable String path(JsonFields fields) {
    String path = fields.path("path");
    if (path == null) {
      return null;
    }
    String decoded = FieldFormat.decodedPath(path);
    if (StorableText.firstOffence(decoded).isPresent()) {
      fields.refuse("path", "holds a character that cannot be stored, percent-encoded");
    }
    return decoded;
  }

  /** An article is not related to itself, and to another only once. */
  private static List<String> related(JsonFields fields, @Nullable String externalId) {
    return fields.texts("related", FEW, NAME).stream()
        .map(String::strip)
        .filter(each -> !each.equals(externalId))
        .distinct()
        .toList();
  }

  private static @Nullable String withdrawnReason(
      JsonFields fields, @Nullable ArticleStatus status, String lang) {
    String reason = fields.visible("withdrawnReason", 2_000);
    if (reason != null && status != ArticleStatus.WITHDRAWN) {
      fields.refuse("withdrawnReason", "stands without the status withdrawn");
    }
    return reason == null ? null : TextNormalizer.prose(reason, lang);
  }

  /** What portals tell besides, and no field here holds, stays with the article. */
  private static void addAttributes(
      Map<String, Object> attributes, JsonFields fields, PublishingTime time) {
    putVisible(attributes, fields, "dataset");
    putVisible(attributes, fields, "licence");
    List<String> alsoIn = fields.texts("alsoIn", FEW, 500);
    if (!alsoIn.isEmpty()) {
      attributes.put("alsoIn", alsoIn);
    }
    if (time.precision() != null) {
      attributes.put("publishedAtPrecision", time.precision());
    }
  }

  private static void putVisible(Map<String, Object> attributes, JsonFields fields, String field) {
    String text = fields.visible(field, 500);
    if (text != null) {
      attributes.put(field, text);
    }
  }
}
