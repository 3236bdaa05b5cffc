package dev.sarkhat.menu;

import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import dev.sarkhat.text.TextNormalizer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a menu's content as editors and imports write it. */
public final class MenuContentReader {

  private static final int ITEMS = 100;

  private MenuContentReader() {}

  /** The content in the fields; the fields know what is wrong with it. */
  public static MenuContent read(JsonFields fields) {
    String lang = fields.lang();
    Integer position = NameFields.position(fields);
    return new MenuContent(
        fields.requiredSlug("slug"),
        NameFields.name(fields, "title", lang),
        lang,
        position == null ? 0 : position,
        items(fields, lang));
  }

  private static List<MenuContent.Item> items(JsonFields fields, String lang) {
    return fields.objects("items", ITEMS, item -> item(item, lang));
  }

  private static MenuContent.Item item(JsonFields fields, String lang) {
    String label = TextNormalizer.line(fields.required("label", NameFields.NAME), lang);
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
      @Nullable String value, Function<String, MenuTarget> kind) {
    return value == null ? null : kind.apply(value);
  }
}
