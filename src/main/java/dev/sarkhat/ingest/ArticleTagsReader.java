package dev.sarkhat.ingest;

import dev.sarkhat.ingest.ArticleLine.TagName;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import dev.sarkhat.tag.TagType;
import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.RaggedTags;
import dev.sarkhat.text.TextNormalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an article's tags: a row of them, or the one ragged string that portals write. */
final class ArticleTagsReader {

  private static final int MOST = 100;
  private static final int NAME = NameFields.NAME;

  /** Room for the most and longest tags with separators and spaces between them. */
  private static final int RAGGED = 20_300;

  private ArticleTagsReader() {}

  /** The tags in their order, each once. */
  static List<TagName> read(JsonFields fields, String lang, Set<Note> notes) {
    return fields.isText("tags") ? ragged(fields, lang, notes) : row(fields, lang, notes);
  }

  private static List<TagName> ragged(JsonFields fields, String lang, Set<Note> notes) {
    String text = fields.text("tags", RAGGED);
    List<String> titles = RaggedTags.split(text == null ? "" : text, lang);
    if (titles.size() > MOST) {
      fields.refuse("tags", "holds more than " + MOST + " tags");
    }
    if (titles.stream().anyMatch(title -> title.codePointCount(0, title.length()) > NAME)) {
      fields.refuse("tags", "holds a tag longer than " + NAME + " characters");
    }
    notes.add(Note.TAGS_SPLIT);
    return titles.stream().map(title -> new TagName(title, null, TagType.TOPIC)).toList();
  }

  private static List<TagName> row(JsonFields fields, String lang, Set<Note> notes) {
    List<TagName> names =
        fields.textsOrObjects(
            "tags",
            MOST,
            NAME,
            title -> new TagName(TextNormalizer.line(title, lang), null, TagType.TOPIC),
            tag ->
                new TagName(
                    TextNormalizer.line(tag.required("title", NAME), lang),
                    tag.slug("slug"),
                    tag.choice("type", NewsroomLineReader.TAG_TYPES, TagType.TOPIC)));
    Map<String, TagName> byKey = new LinkedHashMap<>();
    names.forEach(name -> byKey.putIfAbsent(MatchKey.of(name.title()), name));
    if (byKey.size() < names.size()) {
      notes.add(Note.TAGS_MERGED);
    }
    if (byKey.remove("") != null) {
      notes.add(Note.TAGS_LEFT_OUT);
    }
    return List.copyOf(byKey.values());
  }
}
