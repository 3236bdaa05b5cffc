package dev.sarkhat.ingest;

import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.menu.MenuContent;
import dev.sarkhat.menu.MenuTarget;
import dev.sarkhat.tag.TagType;
import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.TextNormalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the lines that are not articles. */
final class NewsroomLineReader {

  /** The longest name of anything, in characters. */
  static final int NAME = 200;

  static final Map<String, TagType> TAG_TYPES = JsonFields.words(TagType.values(), TagType::value);
  static final Map<String, ContributorRole> ROLES =
      JsonFields.words(ContributorRole.values(), ContributorRole::value);

  private static final int DESCRIPTION = 2_000;
  private static final int POSITION = 1_000_000;
  private static final int ITEMS = 100;

  SectionLine section(JsonFields fields) {
    String lang = fields.lang();
    return new SectionLine(
        fields.requiredSlug("slug"),
        name(fields, "title", lang),
        fields.slug("parent"),
        fields.integer("position", 0, POSITION),
        description(fields, lang),
        lang,
        OldPaths.read(fields));
  }

  TagLine tag(JsonFields fields) {
    String lang = fields.lang();
    return new TagLine(
        name(fields, "title", lang),
        fields.slug("slug"),
        fields.choice("type", TAG_TYPES, TagType.TOPIC),
        description(fields, lang),
        lang);
  }

  SourceLine source(JsonFields fields) {
    String lang = fields.lang();
    return new SourceLine(
        name(fields, "title", lang),
        fields.slug("slug"),
        fields.url("url"),
        description(fields, lang),
        lang);
  }

  ContributorLine contributor(JsonFields fields) {
    String lang = fields.lang();
    return new ContributorLine(
        name(fields, "name", lang),
        fields.slug("slug"),
        fields.choice("role", ROLES, ContributorRole.REPORTER),
        description(fields, lang),
        fields.url("url"),
        lang);
  }

  MenuLine menu(JsonFields fields) {
    String lang = fields.lang();
    Integer position = fields.integer("position", 0, POSITION);
    return new MenuLine(
        new MenuContent(
            fields.requiredSlug("slug"),
            name(fields, "title", lang),
            lang,
            position == null ? 0 : position,
            items(fields, lang)));
  }

  private static List<MenuContent.Item> items(JsonFields fields, String lang) {
    return fields.objects("items", ITEMS, item -> item(item, lang));
  }

  private static MenuContent.Item item(JsonFields fields, String lang) {
    String label = TextNormalizer.line(fields.required("label", NAME), lang);
    List<MenuTarget> targets =
        Stream.<@Nullable MenuTarget>of(
                target(fields.slug("section"), MenuTarget.Section::new),
                target(fields.slug("tag"), MenuTarget.Tag::new),
                target(fields.path("path"), MenuTarget.Path::new),
                target(fields.url("url"), MenuTarget.Url::new))
            .flatMap(Stream::ofNullable)
            .toList();
    if (targets.size() != 1) {
      fields.refuse("has not exactly one of section, tag, path and url");
      return new MenuContent.Item(label, new MenuTarget.Path("/"), List.of());
    }
    return new MenuContent.Item(label, targets.get(0), items(fields, lang));
  }

  private static @Nullable MenuTarget target(
      @Nullable String value, java.util.function.Function<String, MenuTarget> kind) {
    return value == null ? null : kind.apply(value);
  }

  private static @Nullable String description(JsonFields fields, String lang) {
    String text = fields.visible("description", DESCRIPTION);
    return text == null ? null : TextNormalizer.prose(text, lang);
  }

  /** A name that other spellings of it can be matched with. */
  static String name(JsonFields fields, String field, String lang) {
    String name = TextNormalizer.line(fields.required(field, NAME), lang);
    if (!name.isEmpty() && MatchKey.of(name).isEmpty()) {
      fields.refuse(field, "has neither a letter nor a digit");
    }
    return name;
  }
}
