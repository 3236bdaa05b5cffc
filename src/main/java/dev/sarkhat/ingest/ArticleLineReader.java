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
import dev.sarkhat.ingest.ArticleLine.SourceName;
import dev.sarkhat.json.FieldFormat;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.Slug;
import dev.sarkhat.text.StorableText;
import dev.sarkhat.text.TextNormalizer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an article's line and normalises its text, all but the body. */
final class ArticleLineReader {

  private static final int HEADLINE = 500;
  private static final int LEAD = 5_000;
  private static final int BODY = 1_000_000;
  private static final int QUOTE = 1_000;
  private static final int NAME = NameFields.NAME;
  private static final int FEW = 50;
  private static final int ATTRIBUTES_BYTES = 65_536;

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
    String section = name(fields, "section", lang);
    if (section == null) {
      notes.add(Note.SECTION_MISSING);
      if (fields.has("subsection")) {
        fields.refuse("subsection", "stands without a section");
      }
    }
    String externalId = externalId(fields, notes);
    return new ArticleLine(
        externalId,
        type,
        status,
        lang,
        line(fields, "kicker", HEADLINE, lang),
        title,
        line(fields, "subtitle", HEADLINE, lang),
        prose(fields, "lead", LEAD, lang),
        fields.text("body", BODY),
        fields.choice("bodyFormat", FORMATS, BodyFormat.AUTO),
        quotes(fields, lang),
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
        path(fields),
        related(fields, externalId),
        time.publishedAt(),
        fields.instant("updatedAt"),
        time.expireAt(),
        withdrawnReason(fields, status, lang),
        fields.<@Nullable Seo>object("seo", seo -> seo(seo, lang)),
        attributes(fields, time),
        notes);
  }

  private static String slugOf(String title, ArticleType type) {
    String slug = Slug.of(title);
    return slug.isEmpty() ? type.value() : slug;
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

  private static Map<String, Object> attributes(JsonFields fields, PublishingTime time) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    ObjectNode free = fields.freeObject("attributes");
    if (free != null) {
      if (free.toString().getBytes(StandardCharsets.UTF_8).length > ATTRIBUTES_BYTES) {
        fields.refuse("attributes", "is longer than " + ATTRIBUTES_BYTES + " bytes");
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
