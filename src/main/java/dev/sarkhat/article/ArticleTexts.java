package dev.sarkhat.article;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.article.body.BodyFormat;
import dev.sarkhat.article.body.BodyHtml;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.text.Slug;
import dev.sarkhat.text.TextNormalizer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article says by itself, as it is sent by editors and by imports, with the same limits for
 * both: normalised, but for the body, which {@link #cleanBody} sanitises.
 *
 * @param lang a BCP 47 tag
 * @param body the body as it was sent
 * @param slug the name in addresses, where one was sent
 * @param attributes whatever else the sender keeps with it
 */
public record ArticleTexts(
    String lang,
    ArticleType type,
    @Nullable String kicker,
    String title,
    @Nullable String subtitle,
    @Nullable String lead,
    @Nullable String body,
    BodyFormat bodyFormat,
    List<PullQuote> pullQuotes,
    @Nullable String slug,
    @Nullable String sourceUrl,
    @Nullable String originalSourceUrl,
    @Nullable Image image,
    @Nullable Seo seo,
    Map<String, Object> attributes) {

  /** The longest name of anything, in characters. */
  public static final int NAME = 200;

  /** The most items of a row, such as of contributors. */
  public static final int FEW = 50;

  /** The longest title, and what stands above and below it, in characters. */
  public static final int HEADLINE = 500;

  /** The longest lead, in characters. */
  public static final int LEAD = 5_000;

  private static final int BODY = 1_000_000;
  private static final int QUOTE = 1_000;
  private static final int ATTRIBUTES_BYTES = 65_536;

  // What is stored is longer than what was sent: a sanitised body by its markup, the attributes by
  // their provenance.
  private static final int STORED_BODY = 4_000_000;
  private static final int STORED_ATTRIBUTES_BYTES = 4 * ATTRIBUTES_BYTES;

  private static final Map<String, ArticleType> TYPES =
      JsonFields.words(ArticleType.values(), ArticleType::value);
  private static final Map<String, BodyFormat> FORMATS =
      JsonFields.words(BodyFormat.values(), format -> format.name().toLowerCase(Locale.ROOT));

  private static final ObjectMapper PLAIN =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Reads the fields, and notes in them what is wrong. */
  public static ArticleTexts read(JsonFields fields) {
    return read(fields, BODY, ATTRIBUTES_BYTES);
  }

  /** Reads the fields as they come out of a newsroom, which are longer than they came in. */
  public static ArticleTexts readStored(JsonFields fields) {
    return read(fields, STORED_BODY, STORED_ATTRIBUTES_BYTES);
  }

  private static ArticleTexts read(JsonFields fields, int longestBody, int longestAttributes) {
    String lang = fields.lang();
    String title = TextNormalizer.line(fields.required("title", HEADLINE), lang);
    if (title.isEmpty() && fields.errors().isEmpty()) {
      fields.refuse("title", "has nothing but spaces");
    }
    return new ArticleTexts(
        lang,
        fields.choice("type", TYPES, ArticleType.NEWS),
        line(fields, "kicker", HEADLINE, lang),
        title,
        line(fields, "subtitle", HEADLINE, lang),
        prose(fields, "lead", LEAD, lang),
        fields.text("body", longestBody),
        fields.choice("bodyFormat", FORMATS, BodyFormat.AUTO),
        quotes(fields, lang),
        fields.slug("slug"),
        fields.url("sourceUrl"),
        fields.url("originalSourceUrl"),
        fields.<@Nullable Image>object("image", image -> image(image, lang)),
        fields.<@Nullable Seo>object("seo", seo -> seo(seo, lang)),
        attributes(fields, longestAttributes));
  }

  /** The slug that was sent, or one made of the title. */
  public String slugOrOfTitle() {
    if (slug != null) {
      return slug;
    }
    String made = Slug.of(title);
    return made.isEmpty() ? type.value() : made;
  }

  /**
   * The body as clean HTML; null where there is none, or nothing is left of it.
   *
   * @param embedHosts the hosts whose frames are kept
   */
  public @Nullable String cleanBody(Set<String> embedHosts) {
    if (body == null) {
      return null;
    }
    String clean =
        BodyHtml.sanitize(body, bodyFormat, embedHosts, text -> TextNormalizer.prose(text, lang));
    return clean.isEmpty() ? null : clean;
  }

  private static @Nullable String line(JsonFields fields, String field, int limit, String lang) {
    String text = fields.text(field, limit);
    return text == null ? null : shown(TextNormalizer.line(text, lang));
  }

  private static @Nullable String prose(JsonFields fields, String field, int limit, String lang) {
    String text = fields.text(field, limit);
    return text == null ? null : shown(TextNormalizer.prose(text, lang));
  }

  private static @Nullable String visibleLine(
      JsonFields fields, String field, int limit, String lang) {
    String text = fields.visible(field, limit);
    return text == null ? null : shown(TextNormalizer.line(text, lang));
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

  private static Map<String, Object> attributes(JsonFields fields, int longest) {
    ObjectNode free = fields.freeObject("attributes");
    if (free == null) {
      return new LinkedHashMap<>();
    }
    if (free.toString().getBytes(StandardCharsets.UTF_8).length > longest) {
      fields.refuse("attributes", "is longer than " + longest + " bytes");
    }
    return PLAIN.convertValue(free, new TypeReference<LinkedHashMap<String, Object>>() {});
  }
}
