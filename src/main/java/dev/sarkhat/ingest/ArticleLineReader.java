package dev.sarkhat.ingest;

import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleTexts;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.ingest.ArticleLine.ContributorName;
import dev.sarkhat.ingest.ArticleLine.Identity;
import dev.sarkhat.ingest.ArticleLine.RelatedName;
import dev.sarkhat.ingest.ArticleLine.SourceName;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.TextNormalizer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an article's line: what articles say wherever they come from, and what senders add. */
final class ArticleLineReader {

  private static final int NAME = ArticleTexts.NAME;
  private static final int FEW = ArticleTexts.FEW;

  /** Beyond it, doubles and so the numbers of JavaScript are not exact. */
  private static final long GREATEST_NUMBER = (1L << 53) - 1;

  private static final Map<String, ArticleStatus> STATUSES =
      JsonFields.words(ArticleStatus.values(), ArticleStatus::value);

  ArticleLine read(JsonFields fields) {
    Set<Note> notes = EnumSet.noneOf(Note.class);
    Instant createdAt = fields.instant("createdAt");
    Identity identity = identity(fields, createdAt);
    ArticleTexts texts =
        identity == null ? ArticleTexts.read(fields) : ArticleTexts.readStored(fields);
    String lang = texts.lang();
    ArticleStatus status = fields.choice("status", STATUSES);
    PublishingTime time = PublishingTime.read(fields, status, notes);
    String senderUrl = fields.url("url");
    String sectionSlug = sectionSlug(fields);
    String section = sectionSlug == null ? name(fields, "section", lang) : null;
    if (section == null && sectionSlug == null) {
      notes.add(Note.SECTION_MISSING);
    }
    if (section == null && fields.has("subsection")) {
      fields.refuse("subsection", "stands without a section, or beside one told by its slug");
    }
    String externalId = externalId(fields, identity, notes);
    addAttributes(texts.attributes(), fields, time);
    return new ArticleLine(
        identity,
        externalId,
        texts,
        status,
        sectionSlug,
        section,
        name(fields, "sectionLabel", lang),
        name(fields, "subsection", lang),
        name(fields, "subsectionLabel", lang),
        ArticleTagsReader.read(fields, lang, notes),
        source(fields, "source", lang),
        texts.sourceUrl() == null ? senderUrl : texts.sourceUrl(),
        source(fields, "originalSource", lang),
        contributors(fields, lang),
        OldPaths.read(fields),
        related(fields, externalId, identity),
        time.publishedAt(),
        fields.instant("updatedAt"),
        time.expireAt(),
        createdAt,
        fields.instant("embargoUntil"),
        withdrawnAt(fields, status),
        withdrawnReason(fields, status, lang),
        notes);
  }

  private static @Nullable String externalId(
      JsonFields fields, @Nullable Identity identity, Set<Note> notes) {
    String externalId = fields.visible("externalId", NAME);
    String id = fields.visible("id", NAME);
    if (externalId == null && id == null && identity != null) {
      return null;
    }
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

  /** An article is not related to itself, and to another only once. */
  private static List<RelatedName> related(
      JsonFields fields, @Nullable String externalId, @Nullable Identity identity) {
    return fields
        .textsOrObjects(
            "related",
            FEW,
            NAME,
            text -> new RelatedName(text.strip(), null),
            article -> {
              Long number = article.number("articleId", 1, GREATEST_NUMBER);
              if (number == null) {
                article.refuse("articleId", "is missing");
              }
              return new RelatedName(null, number);
            })
        .stream()
        .filter(
            each ->
                each.number() == null
                    ? !Objects.equals(each.externalId(), externalId)
                    : identity == null || each.number() != identity.number())
        .distinct()
        .toList();
  }

  /** An export tells the article's number, and when it was made, for numbers repeat elsewhere. */
  private static @Nullable Identity identity(JsonFields fields, @Nullable Instant createdAt) {
    Long number = fields.number("articleId", 1, GREATEST_NUMBER);
    if (number == null) {
      return null;
    }
    if (createdAt == null) {
      if (!fields.has("createdAt")) {
        fields.refuse("articleId", "stands without createdAt");
      }
      return null;
    }
    return new Identity(number, createdAt);
  }

  private static @Nullable Instant withdrawnAt(JsonFields fields, @Nullable ArticleStatus status) {
    Instant instant = fields.instant("withdrawnAt");
    if (instant != null && status != ArticleStatus.WITHDRAWN) {
      fields.refuse("withdrawnAt", "stands without the status withdrawn");
    }
    return instant;
  }

  /** The slug of the section, where it is told as an object. */
  private static @Nullable String sectionSlug(JsonFields fields) {
    return fields.has("section") && !fields.isText("section")
        ? fields.<String>object("section", section -> section.requiredSlug("slug"))
        : null;
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
