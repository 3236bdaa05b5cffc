package dev.sarkhat.ingest;

import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import dev.sarkhat.menu.MenuContentReader;
import dev.sarkhat.tag.TagAlias;
import dev.sarkhat.tag.TagType;
import java.util.List;
import java.util.Map;

/** Reads the lines that are not articles. */
final class NewsroomLineReader {

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
        listed(fields),
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
        listed(fields),
        aliases(fields, lang));
  }

  private static List<TagAlias> aliases(JsonFields fields, String lang) {
    List<TagAlias> aliases =
        fields.objects("aliases", TagAlias.MOST, alias -> TagAlias.read(alias, lang));
    if (aliases.stream().map(TagAlias::slug).distinct().count() < aliases.size()) {
      fields.refuse("aliases", "has a slug twice");
    }
    return aliases;
  }

  /** Whoever tells of a thing by itself wants it to be found, unless they say otherwise. */
  private static boolean listed(JsonFields fields) {
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
        listed(fields));
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
        listed(fields));
  }

  MenuLine menu(JsonFields fields) {
    return new MenuLine(MenuContentReader.read(fields));
  }
}
