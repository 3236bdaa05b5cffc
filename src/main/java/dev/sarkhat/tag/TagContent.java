package dev.sarkhat.tag;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the newsroom says of a tag.
 *
 * @param listed whether readers find it although no public article is about it
 * @param aliases its other names
 */
@Schema(
    name = "TagContent",
    description = "What the newsroom says of a tag.",
    requiredProperties = {"title"})
record TagContent(
    @Schema(
            examples = "فرانسوا-اولاند",
            description =
                "Its name in addresses, unique among tags and their aliases; made of the title where"
                    + " it is left out.",
            maxLength = 80)
        String slug,
    @Schema(
            examples = "فرانسوا اولاند",
            description = "No other tag has a title, or an alias, that is another spelling of it.",
            maxLength = 200)
        String title,
    @Schema(description = "`topic` where it is left out.") TagType type,
    @Schema(examples = "رئیس جمهوری پیشین فرانسه", maxLength = 2000) @Nullable String description,
    @Schema(examples = "fa", description = "A BCP 47 tag; `fa` where it is left out.") String lang,
    @Schema(
            description =
                "Whether readers find it although no public article is about it; `true` where it is"
                    + " left out.")
        boolean listed,
    @Schema(
            maxItems = TagAlias.MOST,
            description =
                "Its other names. Their slugs lead to the tag, and imports take their titles for"
                    + " it. A tag that gets another slug keeps the old one here.")
        List<TagContent.Alias> aliases) {

  private static final Map<String, TagType> TYPES =
      JsonFields.words(TagType.values(), TagType::value);

  /** Copies the aliases. */
  TagContent {
    aliases = List.copyOf(aliases);
  }

  /**
   * Another name.
   *
   * @param slug a slug that leads to the tag
   * @param title what some call it, or null
   */
  @Schema(
      name = "TagAlias",
      description = "Another name of a tag: a slug, a title, or both.",
      requiredProperties = {})
  record Alias(
      @Schema(
              examples = "اولاند",
              description = "Made of the title where it is left out.",
              maxLength = 80)
          String slug,
      @Schema(examples = "اولاند", maxLength = 200) @Nullable String title) {

    static Alias of(TagAlias alias) {
      return new Alias(alias.slug(), alias.title());
    }
  }

  static TagContent of(Tag tag) {
    return new TagContent(
        tag.slug(),
        tag.title(),
        tag.type(),
        tag.description(),
        tag.lang(),
        tag.isListed(),
        tag.aliases().stream().map(Alias::of).toList());
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException 400 naming all that is wrong with it
   */
  static TagContent read(JsonFields body) {
    String lang = body.lang();
    String title = NameFields.name(body, "title", lang);
    Boolean listed = body.bool("listed");
    TagContent content =
        new TagContent(
            NameFields.slug(body, title),
            title,
            body.choice("type", TYPES, TagType.TOPIC),
            NameFields.description(body, lang),
            lang,
            listed == null || listed,
            body.objects("aliases", TagAlias.MOST, alias -> Alias.of(TagAlias.read(alias, lang))));
    ProblemException.requireSound(body);
    return content;
  }
}
