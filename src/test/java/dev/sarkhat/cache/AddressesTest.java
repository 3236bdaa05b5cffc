package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sarkhat.article.ArticleQuery;
import dev.sarkhat.http.DeclaredParameters;
import jakarta.ws.rs.BeanParam;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** That addresses share an entry if and only if they mean the same. */
class AddressesTest {

  /** Slugs that are near each other, or that look like syntax once they are decoded. */
  private static final List<String> ITEMS =
      List.of(
          "a",
          "A",
          "b",
          "a b",
          "a+b",
          "a/b",
          "a&b",
          "a=b",
          "a%2Cb",
          "a?b",
          "a#b",
          "\u00e9",
          "e\u0301",
          "\u06cc",
          "\u064a",
          "x\u200cy",
          "limit=20");

  private static final List<String> REPEATABLE = List.of("section", "tag", "source");
  private static final List<String> LISTS = List.of("excludeSection", "excludeTag", "ids");
  private static final List<String> SORTS = List.of("-publishedAt", "publishedAt");
  private static final List<String> LIMITS = List.of("20", "21", "2");

  private final DeclaredParameters parameters = DeclaredParameters.of(declaration());

  @SuppressWarnings("UnusedVariable")
  private static final class Declaration {
    public void list(@BeanParam ArticleQuery query) {}
  }

  private static Method declaration() {
    try {
      return Declaration.class.getDeclaredMethod("list", ArticleQuery.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a query asks for: each parameter's alternatives, of which each must hold. */
  private static TreeMap<String, Set<TreeSet<String>>> meaning(Random random) {
    TreeMap<String, Set<TreeSet<String>>> meaning = new TreeMap<>();
    for (String name : REPEATABLE) {
      Set<TreeSet<String>> all = new java.util.HashSet<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        all.add(items(random));
      }
      if (!all.isEmpty()) {
        meaning.put(name, all);
      }
    }
    for (String name : LISTS) {
      if (random.nextInt(3) == 0) {
        meaning.put(name, Set.of(items(random)));
      }
    }
    one(meaning, "sort", SORTS, random);
    one(meaning, "limit", LIMITS, random);
    return meaning;
  }

  private static void one(
      TreeMap<String, Set<TreeSet<String>>> meaning,
      String name,
      List<String> values,
      Random random) {
    if (random.nextBoolean()) {
      meaning.put(name, Set.of(new TreeSet<>(List.of(pick(values, random)))));
    }
  }

  private static TreeSet<String> items(Random random) {
    TreeSet<String> items = new TreeSet<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      items.add(pick(ITEMS, random));
    }
    return items;
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  /** One way to write it. */
  private static String spell(TreeMap<String, Set<TreeSet<String>>> meaning, Random random) {
    List<String> pairs = new ArrayList<>();
    meaning.forEach(
        (name, all) ->
            all.forEach(
                any -> {
                  pairs.add(pair(name, any, random));
                  if (REPEATABLE.contains(name) && random.nextInt(3) == 0) {
                    pairs.add(pair(name, any, random));
                  }
                }));
    if (random.nextBoolean()) {
      pairs.add("utm_source=" + random.nextInt());
    }
    if (random.nextInt(3) == 0 && !meaning.containsKey("limit")) {
      pairs.add("limit=20");
    }
    if (random.nextInt(3) == 0 && !meaning.containsKey("sort")) {
      pairs.add("sort=-publishedAt");
    }
    Collections.shuffle(pairs, random);
    return String.join("&", pairs);
  }

  private static String pair(String name, Set<String> any, Random random) {
    List<String> items = new ArrayList<>(any);
    if (random.nextBoolean() && (REPEATABLE.contains(name) || LISTS.contains(name))) {
      items.add(pick(items, random));
    }
    Collections.shuffle(items, random);
    StringBuilder value = new StringBuilder();
    for (String item : items) {
      value.append(value.isEmpty() ? "" : pick(List.of(",", "%2C", "%2c"), random));
      value.append(encode(item, random));
    }
    return name + "=" + value;
  }

  private static String encode(String text, Random random) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || c == '-';
      if (plain && random.nextInt(4) > 0) {
        encoded.append(c);
      } else if (c == ' ' && random.nextBoolean()) {
        encoded.append('+');
      } else {
        String hex = "%" + Integer.toHexString(0x100 | each & 0xff).substring(1);
        encoded.append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
      }
    }
    return encoded.toString();
  }

  private static TreeMap<String, Set<TreeSet<String>>> withoutDefaults(
      TreeMap<String, Set<TreeSet<String>>> meaning) {
    TreeMap<String, Set<TreeSet<String>>> bare = new TreeMap<>(meaning);
    bare.remove("sort", Set.of(new TreeSet<>(List.of("-publishedAt"))));
    bare.remove("limit", Set.of(new TreeSet<>(List.of("20"))));
    return bare;
  }

  @Property
  void spellingsOfOneMeaningShareAnEntry(@ForAll long seed) {
    Random random = new Random(seed);
    var meaning = meaning(random);
    String one = spell(meaning, random);
    String other = spell(withoutDefaults(meaning), random);
    assertEquals(key(one), key(other), () -> one + " and " + other);
  }

  @Property
  void differentMeaningsNeverDo(@ForAll long seed) {
    Random random = new Random(seed);
    var meaning = meaning(random);
    var changed = meaning(random);
    // Most differ in one parameter only.
    if (random.nextInt(4) > 0 && !meaning.isEmpty()) {
      String name = pick(List.copyOf(meaning.keySet()), random);
      var alike = new TreeMap<>(meaning);
      if (changed.containsKey(name)) {
        alike.put(name, Set.copyOf(changed.get(name)));
      } else {
        alike.remove(name);
      }
      changed = alike;
    }
    String one = spell(meaning, random);
    String other = spell(changed, random);
    assertEquals(
        withoutDefaults(meaning).equals(withoutDefaults(changed)),
        key(one).equals(key(other)),
        () -> one + " and " + other);
  }

  @Property
  void theCanonicalFormIsItsOwn(@ForAll long seed) {
    Random random = new Random(seed);
    String key = key(spell(meaning(random), random));
    int query = key.indexOf('?');
    assertEquals(key, key(query < 0 ? null : key.substring(query + 1)));
  }

  @Example
  void pathsThatDifferStayApart() {
    String key = path("/v1/tags/a%2Fb");
    assertEquals(key, path("/v1/tags/%61%2fb"));
    for (String other :
        List.of("/v1/tags/a/b", "/v1/tags/a%252Fb", "/v1/tags/A%2Fb", "/v1/tags/a%2Fb/")) {
      assertNotEquals(key, path(other));
    }
    assertNotEquals(path("/v1/tags/a+b"), path("/v1/tags/a%20b"));
    assertEquals(path("/v1/tags/a+b"), path("/v1/tags/a%2Bb"));
    assertNotEquals(path("/v1/tags/%C3%A9"), path("/v1/tags/e%CC%81"));
    assertNotEquals(path("/v1/tags/a%3Flimit=2"), key("limit=2"));
  }

  @Example
  void whatIsRefusedHasNoEntry() {
    for (String query :
        List.of("unknown=1", "limit=1&limit=2", "sort=", "sort", "tag=%", "tag=%ff", "tag=%00")) {
      assertNull(parameters.canonicalAddress("/v1/articles", query), query);
    }
  }

  private String path(String path) {
    return String.valueOf(parameters.canonicalAddress(path, null));
  }

  private String key(@org.jspecify.annotations.Nullable String query) {
    return String.valueOf(parameters.canonicalAddress("/v1/articles", query));
  }
}
