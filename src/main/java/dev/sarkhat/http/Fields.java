package dev.sarkhat.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties that a client asked for with {@code fields}. What is not among them is neither
 * computed, where that costs something, nor shown.
 *
 * @param <R> the record whose properties they are; all its components may be null
 */
public final class Fields<R extends Record> {

  private final Class<R> type;
  private final @Nullable Set<String> names;

  private Fields(Class<R> type, @Nullable Set<String> names) {
    this.type = type;
    this.names = names;
  }

  /**
   * Reads the parameter {@code fields}.
   *
   * @param type the record that the answer shows
   * @param value comma-separated property names; null for all
   * @throws ProblemException naming a property that the record does not have
   */
  public static <R extends Record> Fields<R> of(Class<R> type, @Nullable String value) {
    if (value == null) {
      return new Fields<>(type, null);
    }
    Set<String> names = Parameters.items("fields", value);
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw ProblemException.ofParameter(
            ProblemType.UNKNOWN_FIELD,
            "fields",
            "There is no field \"" + name + "\"; there are " + String.join(", ", known) + ".");
      }
    }
    return new Fields<>(type, names);
  }

  /** Whether the client is to see the property. */
  public boolean has(String name) {
    return names == null || names.contains(name);
  }

  /** Whether the client is to see any of the properties. */
  public boolean hasAny(String... any) {
    return Arrays.stream(any).anyMatch(this::has);
  }

  /** The record with all other properties absent. */
  public R of(R full) {
    if (names == null) {
      return full;
    }
    try {
      RecordComponent[] components = type.getRecordComponents();
      List<@Nullable Object> values = new ArrayList<>(components.length);
      for (RecordComponent component : components) {
        Method accessor = component.getAccessor();
        // The records of a feature are its own business and not public.
        accessor.setAccessible(true);
        values.add(has(component.getName()) ? accessor.invoke(full) : null);
      }
      return constructor(components).newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be shown in part", e);
    }
  }

  private Constructor<R> constructor(RecordComponent[] components) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<R> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }
}
