package dev.sarkhat.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.text.LanguageTag;
import dev.sarkhat.text.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object, each against its limit, and gathers everything that is wrong
 * with them, so that the sender is told all of it at once.
 *
 * <p>Where a field is wrong, a harmless value stands in for it; the caller asks for the errors
 * before it uses anything. A field that nobody asks for is unknown.
 */
public final class JsonFields {

  private final ObjectNode object;
  private final String pointer;
  private final List<FieldError> errors;
  private final FieldValue values;
  private final Set<String> known = new HashSet<>();

  private JsonFields(ObjectNode object, String pointer, List<FieldError> errors) {
    this.object = object;
    this.pointer = pointer;
    this.errors = errors;
    this.values = new FieldValue(errors);
  }

  /** The fields of an object that stands by itself. */
  public JsonFields(ObjectNode object) {
    this(object, "", new ArrayList<>());
  }

  /** The object's bytes with the keys in order: equal objects have equal bytes. */
  public byte[] canonical() {
    return StrictJson.canonical(object);
  }

  /** Everything found wrong so far, in this object and in those around and within it. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** Notes that a field is wrong. */
  public void refuse(String name, String reason) {
    errors.add(new FieldError(at(name), reason));
  }

  /** Notes that the object as a whole is wrong. */
  public void refuse(String reason) {
    errors.add(new FieldError(pointer, reason));
  }

  /** Refuses the fields that nobody has asked for. */
  public void refuseUnknown() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                refuse(name, "is not a known field");
              }
            });
  }

  /** Knows fields that say nothing here, whatever they hold. */
  public void ignore(String... names) {
    known.addAll(List.of(names));
  }

  /** Whether the field is there. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** Any text up to a number of characters, or null where there is none. */
  public @Nullable String text(String name, int limit) {
    JsonNode value = get(name);
    return value == null ? null : text(value, name, limit);
  }

  /** A text that shows something. */
  public @Nullable String visible(String name, int limit) {
    JsonNode value = get(name);
    return value == null ? null : visible(value, name, limit);
  }

  /** A text that shows something and has to be there. */
  public String required(String name, int limit) {
    JsonNode value = get(name);
    if (value == null) {
      refuse(name, "is missing");
      return "";
    }
    return visible(value, name, limit);
  }

  /** A name in addresses, in the one form in which it is stored. */
  public @Nullable String slug(String name) {
    String value = text(name, Slug.MAXIMUM_LENGTH);
    if (value == null) {
      return null;
    }
    if (!FieldFormat.isSlug(value)) {
      refuse(name, "is not a slug: letters and digits joined with single hyphens");
      return "";
    }
    return Slug.of(value);
  }

  /** A name in addresses that has to be there. */
  public String requiredSlug(String name) {
    String value = slug(name);
    if (value == null) {
      refuse(name, "is missing");
      return "";
    }
    return value;
  }

  /** An http or https address. */
  public @Nullable String url(String name) {
    String value = text(name, FieldFormat.URL_LENGTH);
    if (value != null && !FieldFormat.isUrl(value)) {
      refuse(name, "is not an http or https address");
    }
    return value;
  }

  /** A path of a site, from its root. */
  public @Nullable String path(String name) {
    String value = text(name, FieldFormat.URL_LENGTH);
    if (value != null && !FieldFormat.isPath(value)) {
      refuse(name, "is not a path: it begins with one slash and holds no space");
    }
    return value;
  }

  /** A BCP 47 tag; {@code fa} where there is none. */
  public String lang() {
    String value = text("lang", FieldFormat.LANG_LENGTH);
    if (value == null) {
      return "fa";
    }
    if (!FieldFormat.isLang(value)) {
      refuse("lang", "is not a language tag as of BCP 47");
      return "fa";
    }
    return LanguageTag.canonical(value);
  }

  /** A date-time with its offset. */
  public @Nullable Instant instant(String name) {
    JsonNode value = get(name);
    return value == null ? null : values.instant(value, at(name));
  }

  /** A whole number between two. */
  public @Nullable Integer integer(String name, int least, int most) {
    JsonNode value = get(name);
    return value == null ? null : (int) values.number(value, at(name), least, most);
  }

  /** A whole number between two, each of them exact as a double. */
  public @Nullable Long number(String name, long least, long most) {
    JsonNode value = get(name);
    return value == null ? null : values.number(value, at(name), least, most);
  }

  /** True or false. */
  public @Nullable Boolean bool(String name) {
    JsonNode value = get(name);
    return value == null ? null : values.bool(value, at(name));
  }

  /** One of the words that the values are written as, or the absent value. */
  public <E> E choice(String name, Map<String, E> choices, E absent) {
    E chosen = choice(name, choices);
    return chosen == null ? absent : chosen;
  }

  /** One of the words that the values are written as, or null where there is none. */
  public <E> @Nullable E choice(String name, Map<String, E> choices) {
    String value = text(name, 100);
    E chosen = value == null ? null : choices.get(value);
    if (value != null && chosen == null && isText(name)) {
      refuse(name, "is none of " + String.join(", ", choices.keySet()));
    }
    return chosen;
  }

  /** An object within this one. */
  public <T> @Nullable T object(String name, Function<JsonFields, T> reader) {
    JsonNode value = get(name);
    return value == null ? null : object(value, at(name), reader);
  }

  /** A text that shows something, or an object in its place. */
  public <T> @Nullable T textOrObject(
      String name, int limit, Function<String, T> ofText, Function<JsonFields, T> ofObject) {
    JsonNode value = get(name);
    return value == null ? null : textOrObject(value, at(name), limit, ofText, ofObject);
  }

  /** A row of texts, or of objects in their place; empty where there is none. */
  public <T> List<T> textsOrObjects(
      String name,
      int mostItems,
      int limit,
      Function<String, T> ofText,
      Function<JsonFields, T> ofObject) {
    return items(name, mostItems, (value, at) -> textOrObject(value, at, limit, ofText, ofObject));
  }

  /** A row of texts that show something; empty where there is none. */
  public List<String> texts(String name, int mostItems, int limit) {
    return items(name, mostItems, (value, at) -> values.visible(value, at, limit));
  }

  /** A row of numbers of things, from 1; empty where there is none. */
  public List<Long> ids(String name, int mostItems) {
    return items(name, mostItems, values::id);
  }

  /**
   * Ends the reading.
   *
   * @throws E if a field is wrong or unknown
   */
  public <E extends RuntimeException> void end(Function<List<FieldError>, E> problem) throws E {
    refuseUnknown();
    if (!errors.isEmpty()) {
      throw problem.apply(errors());
    }
  }

  /** A row of objects; empty where there is none. */
  public <T> List<T> objects(String name, int mostItems, Function<JsonFields, T> reader) {
    return items(name, mostItems, (value, at) -> object(value, at, reader));
  }

  /** Whether the field is a text. */
  public boolean isText(String name) {
    return object.path(name).isTextual();
  }

  /** The object in the field as it is, or null where there is none. */
  public @Nullable ObjectNode freeObject(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof ObjectNode free) {
      return free;
    }
    refuse(name, FieldValue.wrongType("an object", value));
    return null;
  }

  private String at(String name) {
    return FieldError.below(pointer, name);
  }

  private @Nullable JsonNode get(String name) {
    known.add(name);
    return object.get(name);
  }

  private String text(JsonNode value, String name, int limit) {
    return values.text(value, at(name), limit);
  }

  private String visible(JsonNode value, String name, int limit) {
    return values.visible(value, at(name), limit);
  }

  private <T> T object(JsonNode value, String at, Function<JsonFields, T> reader) {
    if (!(value instanceof ObjectNode found)) {
      errors.add(new FieldError(at, FieldValue.wrongType("an object", value)));
      return reader.apply(new JsonFields(object.objectNode(), at, new ArrayList<>()));
    }
    JsonFields inner = new JsonFields(found, at, errors);
    T result = reader.apply(inner);
    inner.refuseUnknown();
    return result;
  }

  private <T> T textOrObject(
      JsonNode value,
      String at,
      int limit,
      Function<String, T> ofText,
      Function<JsonFields, T> ofObject) {
    if (value.isObject()) {
      return object(value, at, ofObject);
    }
    if (!value.isTextual()) {
      errors.add(new FieldError(at, FieldValue.wrongType("a text or an object", value)));
      return ofText.apply("");
    }
    return ofText.apply(values.visible(value, at, limit));
  }

  /** Reads one value of a row. */
  private interface ItemReader<T> {
    T read(JsonNode value, String at);
  }

  private <T> List<T> items(String name, int mostItems, ItemReader<T> reader) {
    JsonNode value = get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      refuse(name, FieldValue.wrongType("an array", value));
      return List.of();
    }
    if (value.size() > mostItems) {
      refuse(name, "has more than " + mostItems + " items");
      return List.of();
    }
    List<T> items = new ArrayList<>(value.size());
    for (int index = 0; index < value.size(); index++) {
      items.add(reader.read(value.get(index), at(name) + "/" + index));
    }
    return items;
  }

  /** The words that values are written as, in order. */
  public static <E extends Enum<E>> Map<String, E> words(E[] values, Function<E, String> word) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E value : values) {
      words.put(word.apply(value), value);
    }
    return words;
  }
}
