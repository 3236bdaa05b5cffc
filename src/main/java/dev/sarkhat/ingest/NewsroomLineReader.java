package dev.sarkhat.ingest;

import dev.sarkhat.article.ArticleTexts;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import dev.sarkhat.menu.MenuContentReader;
import dev.sarkhat.tag.TagType;
import dev.sarkhat.text.MatchKey;
import java.util.Map;

/** Reads the lines that are not articles. */
final class NewsroomLineReader {

  /** A tag that others were merged into has many. */
  private static final int MOST_ALIASES = 1_000;

  static final Map<String, TagType> TAG_TYPES = JsonFields.words(TagType.values(), TagType::value);
  static final Map<String, ContributorRole> ROLES =
      JsonFields.words(ContributorRole.values(), ContributorRole::value);

  SectionLine section(JsonFields fields) {
    String lang = fields.lang();
    return new SectionLine(
        fields.requiredSlug("slug"),
        NameFields.name(fields, "title", lang),
        fields.slug("parent"),
        NameFields.position(fields),
        NameFields.description(fields, lang),
        lang,
        OldPaths.read(fields));
  }

  TagLine tag(JsonFields fields) {
    String lang = fields.lang();
    return new TagLine(
        NameFields.name(fields, "title", lang),
        fields.slug("slug"),
        fields.choice("type", TAG_TYPES, TagType.TOPIC),
        NameFields.description(fields, lang),
        lang,
        fields.objects("aliases", MOST_ALIASES, NewsroomLineReader::alias),
        isListed(fields));
  }

  private static TagLine.Alias alias(JsonFields fields) {
    String title = fields.visible("title", ArticleTexts.NAME);
    if (title != null && MatchKey.of(title).isEmpty()) {
      fields.refuse("title", "has neither a letter nor a digit");
    }
    return new TagLine.Alias(fields.requiredSlug("slug"), title);
  }

  private static boolean isListed(JsonFields fields) {
    Boolean listed = fields.bool("listed");
    return listed == null || listed;
  }

  SourceLine source(JsonFields fields) {
    String lang = fields.lang();
    return new SourceLine(
        NameFields.name(fields, "title", lang),
        fields.slug("slug"),
        fields.url("url"),
        NameFields.description(fields, lang),
        lang,
        isListed(fields));
  }

  ContributorLine contributor(JsonFields fields) {
    String lang = fields.lang();
    return new ContributorLine(
        NameFields.name(fields, "name", lang),
        fields.slug("slug"),
        fields.choice("role", ROLES, ContributorRole.REPORTER),
        NameFields.description(fields, lang),
        fields.url("url"),
        lang,
        isListed(fields));
  }

  MenuLine menu(JsonFields fields) {
    return new MenuLine(MenuContentReader.read(fields));
  }
}
