package dev.sarkhat.paging;

import java.util.List;

/**
 * A place between two items of one list.
 *
 * @param list names the list with its order and every filter; a cursor continues no other list
 * @param keys the sort key of the last item seen, most significant first
 */
public record Cursor(String list, List<String> keys) {

  /** Copies the keys. */
  public Cursor {
    keys = List.copyOf(keys);
  }
}
