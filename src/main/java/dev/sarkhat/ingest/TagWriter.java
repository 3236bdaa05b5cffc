package dev.sarkhat.ingest;

import dev.sarkhat.ingest.NameIndex.Name;
import dev.sarkhat.json.FieldError;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagAlias;
import dev.sarkhat.text.MatchKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines that tell of tags. A name is of one tag, be it the tag's own or another one. */
final class TagWriter {

  private final NameIndex<Tag> tags;

  TagWriter(NameIndex<Tag> tags) {
    this.tags = tags;
  }

  /**
   * Writes a line.
   *
   * @throws LineRefusedException if another tag has one of the aliases; nothing is written then
   */
  void write(TagLine line) {
    Name name = new Name(line.title(), line.slug());
    requireFree(line.aliases(), name, tags.find(name));
    Tag tag =
        tags.findOrCreate(name, (slug, title) -> new Tag(slug, title, line.type(), line.lang()));
    tag.listed(line.listed()).describe(line.type(), line.description(), line.lang());
    for (TagAlias alias : line.aliases()) {
      tag.alias(alias);
      // Lines of the same batch find it, too.
      tags.alias(tag, alias.slug(), alias.matchKey());
    }
  }

  private void requireFree(List<TagAlias> aliases, Name name, @Nullable Tag tag) {
    String ownSlug = tag == null ? tags.wantedSlug(name) : tag.slug();
    String ownKey = tag == null ? name.key() : MatchKey.of(tag.title());
    List<FieldError> errors = new ArrayList<>();
    for (int index = 0; index < aliases.size(); index++) {
      TagAlias alias = aliases.get(index);
      String key = alias.matchKey();
      if (tags.isSlugOfOther(alias.slug(), tag)) {
        errors.add(
            new FieldError(
                "/aliases/" + index + "/slug", "is the slug of another tag, or of its alias"));
      } else if (alias.slug().equals(ownSlug) && key != null && !key.equals(ownKey)) {
        errors.add(new FieldError("/aliases/" + index + "/slug", "is the tag's own slug"));
      }
      if (key != null && tags.isKeyOfOther(key, tag)) {
        errors.add(
            new FieldError(
                "/aliases/" + index + "/title", "is a spelling of another tag's title, or alias"));
      }
    }
    if (!errors.isEmpty()) {
      throw new LineRefusedException(errors, null);
    }
  }
}
