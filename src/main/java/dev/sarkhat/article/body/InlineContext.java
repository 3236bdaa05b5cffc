package dev.sarkhat.article.body;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for text at one place of the input.
 *
 * @param level level of the heading it stands in, or 0
 * @param explicit whether an element says that it is a paragraph or heading, so that blank lines
 *     mean nothing
 * @param lang language of the wrappers since the enclosing container
 * @param dir direction of the wrappers since the enclosing container
 * @param marks marks of the inline elements around it, one of each type at most
 */
record InlineContext(
    int level, boolean explicit, @Nullable String lang, @Nullable String dir, List<Mark> marks) {

  static final InlineContext NONE = new InlineContext(0, false, null, null, List.of());

  InlineContext paragraph() {
    return new InlineContext(level, true, lang, dir, marks);
  }

  InlineContext heading(int newLevel) {
    return new InlineContext(newLevel, true, lang, dir, marks);
  }

  /** Inside a container that itself bears the language and direction. */
  InlineContext contained() {
    return new InlineContext(0, false, null, null, marks);
  }

  InlineContext wrapped(@Nullable String newLang, @Nullable String newDir) {
    if (newLang == null && newDir == null) {
      return this;
    }
    return new InlineContext(
        level, explicit, newLang == null ? lang : newLang, newDir == null ? dir : newDir, marks);
  }

  /** With one more mark; of two of a type the inner one holds, languages are merged. */
  InlineContext with(Mark mark) {
    List<Mark> result = new ArrayList<>(marks.size() + 1);
    Mark added = mark;
    for (Mark outer : marks) {
      if (outer.type() != mark.type()) {
        result.add(outer);
      } else if (mark.type() == MarkType.LANGUAGE) {
        added =
            Mark.language(
                mark.lang() == null ? outer.lang() : mark.lang(),
                mark.dir() == null ? outer.dir() : mark.dir());
      }
    }
    result.add(added);
    return new InlineContext(level, explicit, lang, dir, List.copyOf(result));
  }

  InlineContext withLanguage(@Nullable String newLang, @Nullable String newDir) {
    return newLang == null && newDir == null ? this : with(Mark.language(newLang, newDir));
  }
}
