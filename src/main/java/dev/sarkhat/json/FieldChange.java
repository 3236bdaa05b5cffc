package dev.sarkhat.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A field that differs between two states of a thing.
 *
 * @param pointer the field (RFC 6901)
 * @param before what it was; null where it was absent
 * @param after what it is; null where it is absent
 */
public record FieldChange(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {

  /**
   * Where two states differ, in the order of the fields' names. Objects are compared field by
   * field, arrays as wholes: an index says little once something was put in between.
   */
  public static List<FieldChange> between(ObjectNode before, ObjectNode after) {
    List<FieldChange> changes = new ArrayList<>();
    compare("", before, after, changes);
    return changes;
  }

  private static void compare(
      String pointer, ObjectNode before, ObjectNode after, List<FieldChange> changes) {
    TreeSet<String> names = new TreeSet<>();
    add(before.fieldNames(), names);
    add(after.fieldNames(), names);
    for (String name : names) {
      String at = FieldError.below(pointer, name);
      JsonNode was = before.get(name);
      JsonNode is = after.get(name);
      if (was instanceof ObjectNode old && is instanceof ObjectNode young) {
        compare(at, old, young, changes);
      } else if (was == null ? is != null : !was.equals(is)) {
        changes.add(new FieldChange(at, was, is));
      }
    }
  }

  private static void add(Iterator<String> names, TreeSet<String> all) {
    names.forEachRemaining(all::add);
  }
}
