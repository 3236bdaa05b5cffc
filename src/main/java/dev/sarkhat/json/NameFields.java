package dev.sarkhat.json;

import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.Slug;
import dev.sarkhat.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** The fields that sections, tags, sources, contributors and menus share, normalised as stored. */
public final class NameFields {

  /** The longest name of anything, in characters. */
  public static final int NAME = 200;

  /** The longest description, in characters. */
  public static final int DESCRIPTION = 2_000;

  /** The last place that something may have among others. */
  public static final int POSITION = 1_000_000;

  private NameFields() {}

  /** A name that has to be there, and that other spellings of it can be matched with. */
  public static String name(JsonFields fields, String field, String lang) {
    String name = TextNormalizer.line(fields.required(field, NAME), lang);
    if (!name.isEmpty() && MatchKey.of(name).isEmpty()) {
      fields.refuse(field, "has neither a letter nor a digit");
    }
    return name;
  }

  /** The name in addresses: as it is sent, or made of the name where it is left out. */
  public static String slug(JsonFields fields, String name) {
    String sent = fields.slug("slug");
    String slug = sent == null ? Slug.of(name) : sent;
    if (sent == null && slug.isEmpty()) {
      fields.refuse("slug", "is missing, and there is nothing to make it of");
    }
    return slug;
  }

  /** What is said of the thing, or null. */
  public static @Nullable String description(JsonFields fields, String lang) {
    String text = fields.visible("description", DESCRIPTION);
    return text == null ? null : TextNormalizer.prose(text, lang);
  }

  /** The place among others, or null. */
  public static @Nullable Integer position(JsonFields fields) {
    return fields.integer("position", 0, POSITION);
  }
}
