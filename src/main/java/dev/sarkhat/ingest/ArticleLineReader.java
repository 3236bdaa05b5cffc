package dev.sarkhat.ingest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleType;
import dev.sarkhat.article.Image;
import dev.sarkhat.article.PullQuote;
import dev.sarkhat.article.Seo;
import dev.sarkhat.article.body.BodyFormat;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.ingest.ArticleLine.ContributorName;
import dev.sarkhat.ingest.ArticleLine.Identity;
import dev.sarkhat.ingest.ArticleLine.RelatedName;
import dev.sarkhat.ingest.ArticleLine.SourceName;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.Slug;
import dev.sarkhat.text.TextNormalizer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an article's line and normalises its text, all but the body. */
final class ArticleLineReader {

  private static final int HEADLINE = 500;
  private static final int LEAD = 5_000;
  private static final int BODY = 1_000_000;
  private static final int QUOTE = 1_000;
  private static final int NAME = NewsroomLineReader.NAME;
  private static final int FEW = 50;
  private static final int ATTRIBUTES_BYTES = 65_536;

  // What is stored is longer than what was sent: a sanitised body by its markup, the attributes by
  // the provenance. An export must find its way back.
  private static final int STORED_BODY = 4_000_000;
  private static final int STORED_ATTRIBUTES_BYTES = 4 * ATTRIBUTES_BYTES;

  /** Beyond it, doubles and so the numbers of JavaScript are not exact. */
  private static final long GREATEST_NUMBER = (1L << 53) - 1;

  private static final Map<String, ArticleType> TYPES =
      JsonFields.words(ArticleType.values(), ArticleType::value);
  private static final Map<String, ArticleStatus> STATUSES =
      JsonFields.words(ArticleStatus.values(), ArticleStatus::value);
  private static final Map<String, BodyFormat> FORMATS =
      JsonFields.words(BodyFormat.values(), format -> format.name().toLowerCase(Locale.ROOT));

  private static final ObjectMapper PLAIN = new ObjectMapper();

  ArticleLine read(JsonFields fields) {
    Set<Note> notes = EnumSet.noneOf(Note.class);
    String lang = fields.lang();
    String title = TextNormalizer.line(fields.required("title", HEADLINE), lang);
    if (title.isEmpty() && fields.errors().isEmpty()) {
      fields.refuse("title", "has nothing but spaces");
    }
    ArticleType type = fields.choice("type", TYPES, ArticleType.NEWS);
    ArticleStatus status = fields.choice("status", STATUSES);
    PublishingTime time = PublishingTime.read(fields, status, notes);
    String slug = fields.slug("slug");
    String sourceUrl = fields.url("sourceUrl");
    String senderUrl = fields.url("url");
    String sectionSlug = sectionSlug(fields);
    String section = sectionSlug == null ? name(fields, "section", lang) : null;
    if (section == null && sectionSlug == null) {
      notes.add(Note.SECTION_MISSING);
    }
    if (section == null && fields.has("subsection")) {
      fields.refuse("subsection", "stands without a section, or beside one told by its slug");
    }
    Instant createdAt = fields.instant("createdAt");
    Identity identity = identity(fields, createdAt);
    String externalId = externalId(fields, identity, notes);
    return new ArticleLine(
        identity,
        externalId,
        type,
        status,
        lang,
        line(fields, "kicker", HEADLINE, lang),
        title,
        line(fields, "subtitle", HEADLINE, lang),
        prose(fields, "lead", LEAD, lang),
        fields.text("body", identity == null ? BODY : STORED_BODY),
        fields.choice("bodyFormat", FORMATS, BodyFormat.AUTO),
        quotes(fields, lang),
        sectionSlug,
        section,
        name(fields, "sectionLabel", lang),
        name(fields, "subsection", lang),
        name(fields, "subsectionLabel", lang),
        ArticleTagsReader.read(fields, lang, notes),
        source(fields, "source", lang),
        sourceUrl == null ? senderUrl : sourceUrl,
        source(fields, "originalSource", lang),
        fields.url("originalSourceUrl"),
        contributors(fields, lang),
        fields.<@Nullable Image>object("image", image -> image(image, lang)),
        slug == null ? slugOf(title, type) : slug,
        OldPaths.read(fields),
        related(fields, externalId, identity),
        time.publishedAt(),
        fields.instant("updatedAt"),
        time.expireAt(),
        createdAt,
        withdrawnAt(fields, status),
        withdrawnReason(fields, status, lang),
        fields.<@Nullable Seo>object("seo", seo -> seo(seo, lang)),
        attributes(fields, time, identity == null ? ATTRIBUTES_BYTES : STORED_ATTRIBUTES_BYTES),
        notes);
  }

  private static String slugOf(String title, ArticleType type) {
    String slug = Slug.of(title);
    return slug.isEmpty() ? type.value() : slug;
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
    return fields.has(field) ? NewsroomLineReader.name(fields, field, lang) : null;
  }

  private static @Nullable String line(JsonFields fields, String field, int limit, String lang) {
    String text = fields.text(field, limit);
    return text == null ? null : shown(TextNormalizer.line(text, lang));
  }

  private static @Nullable String prose(JsonFields fields, String field, int limit, String lang) {
    String text = fields.text(field, limit);
    return text == null ? null : shown(TextNormalizer.prose(text, lang));
  }

  private static @Nullable String shown(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<PullQuote> quotes(JsonFields fields, String lang) {
    return fields.textsOrObjects(
        "pullQuotes",
        FEW,
        QUOTE,
        text -> new PullQuote(TextNormalizer.prose(text, lang), null),
        quote ->
            new PullQuote(
                TextNormalizer.prose(quote.required("text", QUOTE), lang),
                visibleLine(quote, "attribution", NAME, lang)));
  }

  private static @Nullable String visibleLine(
      JsonFields fields, String field, int limit, String lang) {
    String text = fields.visible(field, limit);
    return text == null ? null : shown(TextNormalizer.line(text, lang));
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

  private static Image image(JsonFields fields, String lang) {
    String url = fields.url("url");
    if (url == null) {
      fields.refuse("url", "is missing");
    }
    return new Image(
        url == null ? "" : url,
        line(fields, "alt", 1_000, lang),
        prose(fields, "caption", 2_000, lang),
        line(fields, "credit", NAME, lang),
        fields.integer("width", 1, 100_000),
        fields.integer("height", 1, 100_000));
  }

  private static Seo seo(JsonFields fields, String lang) {
    return new Seo(
        visibleLine(fields, "title", HEADLINE, lang),
        visibleLine(fields, "description", 1_000, lang),
        fields.url("canonicalUrl"),
        fields.bool("noIndex"));
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

  private static Map<String, Object> attributes(
      JsonFields fields, PublishingTime time, int longest) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    ObjectNode free = fields.freeObject("attributes");
    if (free != null) {
      if (free.toString().getBytes(StandardCharsets.UTF_8).length > longest) {
        fields.refuse("attributes", "is longer than " + longest + " bytes");
      }
      attributes.putAll(
          PLAIN.convertValue(free, new TypeReference<LinkedHashMap<String, Object>>() {}));
    }
    putVisible(attributes, fields, "dataset");
    putVisible(attributes, fields, "licence");
    List<String> alsoIn = fields.texts("alsoIn", FEW, 500);
    if (!alsoIn.isEmpty()) {
      attributes.put("alsoIn", alsoIn);
    }
    if (time.precision() != null) {
      attributes.put("publishedAtPrecision", time.precision());
    }
    return attributes;
  }

  private static void putVisible(Map<String, Object> attributes, JsonFields fields, String field) {
    String text = fields.visible(field, 500);
    if (text != null) {
      attributes.put(field, text);
    }
  }
}
