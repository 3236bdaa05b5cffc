package dev.sarkhat.http;

import dev.sarkhat.paging.Cursor;
import dev.sarkhat.paging.CursorCodec;
import dev.sarkhat.paging.CursorException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cursors as clients see them: whatever is wrong with one is told as a problem. */
@Singleton
public class Cursors {

  private final CursorCodec codec;

  @Inject
  Cursors(CursorCodec codec) {
    this.codec = codec;
  }

  /** The cursor that continues a list after the item with these sort keys. */
  public String after(String list, String... keys) {
    return codec.encode(new Cursor(list, List.of(keys)));
  }

  /**
   * The sort keys of the last item seen.
   *
   * @param list the list that is to be continued
   * @param cursor the parameter's value, or null at the beginning of the list
   * @return the keys, or null at the beginning of the list
   * @throws ProblemException if the cursor is damaged or continues another list
   */
  public @Nullable List<String> keys(String list, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return codec.decode(cursor, list);
    } catch (CursorException e) {
      throw ProblemException.ofParameter(
          ProblemType.INVALID_CURSOR, "cursor", String.valueOf(e.getMessage()));
    }
  }
}
