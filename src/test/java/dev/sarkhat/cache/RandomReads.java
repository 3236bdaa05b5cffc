package dev.sarkhat.cache;

import dev.sarkhat.cache.World.Table;
import dev.sarkhat.cache.World.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Addresses of every public resource, of what is there and of what is not. */
final class RandomReads {

  private static final List<String> SUMMARY_FIELDS =
      List.of("id", "title", "tags", "contributors", "section", "source", "path", "updatedAt");

  private final Random random;
  private final World world;
  private final String oldPaths;
  private final Supplier<Instant> now;
  private final List<Supplier<String>> resources;

  /**
   * Reads of a world.
   *
   * @param oldPaths what paths that redirect begin with, before a figure
   */
  RandomReads(Random random, World world, String oldPaths, Supplier<Instant> now) {
    this.random = random;
    this.world = world;
    this.oldPaths = oldPaths;
    this.now = now;
    this.resources =
        List.of(
            this::articles,
            this::articles,
            this::articles,
            this::articles,
            this::article,
            this::article,
            this::related,
            this::search,
            () -> "/v1/search/suggest?q=" + Client.encode(world.pick(List.of("ت", "تیتر", "t"))),
            () -> "/v1/sections" + query(count(), fields(List.of("id", "title", "children"))),
            () -> named("/v1/sections/", Table.SECTION),
            () -> names("/v1/tags", random.nextInt(3) == 0 ? List.of("type=topic") : List.of()),
            () -> named("/v1/tags/", Table.TAG),
            () -> names("/v1/sources", List.of()),
            () -> named("/v1/sources/", Table.SOURCE),
            () -> names("/v1/contributors", List.of()),
            () -> named("/v1/contributors/", Table.CONTRIBUTOR),
            () -> "/v1/menus" + query(fields(List.of("id", "title", "items"))),
            () -> "/v1/menus/" + Client.encode(world.anySlugEver(Table.MENU)),
            () -> "/v1/menus/" + Client.encode(world.anySlugEver(Table.MENU)),
            this::resolve,
            this::resolve);
  }

  String next() {
    return world.pick(resources).get();
  }

  private String articles() {
    List<String> query = new ArrayList<>();
    filter(query, "section", Table.SECTION);
    filter(query, "tag", Table.TAG);
    filter(query, "source", Table.SOURCE);
    filter(query, "contributor", Table.CONTRIBUTOR);
    exclude(query, "excludeSection", Table.SECTION);
    exclude(query, "excludeTag", Table.TAG);
    maybe(6, query, () -> "type=" + world.pick(List.of("news", "opinion", "news,photo")));
    maybe(6, query, () -> "lang=" + world.pick(List.of("fa", "en")));
    maybe(6, query, this::ids);
    maybe(6, query, () -> "from=" + now.get().minusSeconds(random.nextInt(4_000)));
    maybe(6, query, () -> "to=" + now.get().plusSeconds(1 + random.nextInt(10)));
    maybe(
        2, query, () -> "sort=" + world.pick(List.of("-publishedAt", "publishedAt", "-updatedAt")));
    maybe(2, query, () -> "count=" + world.pick(List.of("exact", "capped")));
    maybe(2, query, () -> "limit=" + (1 + random.nextInt(8)));
    maybe(6, query, () -> "calendar=jalali");
    query.addAll(fields(SUMMARY_FIELDS));
    return "/v1/articles" + query(query);
  }

  private void filter(List<String> query, String parameter, Table table) {
    for (int i = random.nextInt(4); i > 1; i--) {
      List<Thing> some = world.some(table, 3);
      if (!some.isEmpty()) {
        query.add(parameter + "=" + slugs(some));
      }
    }
  }

  private void exclude(List<String> query, String parameter, Table table) {
    List<Thing> some = world.some(table, 2);
    if (random.nextInt(6) == 0 && !some.isEmpty()) {
      query.add(parameter + "=" + slugs(some));
    }
  }

  private static String slugs(List<Thing> things) {
    return things.stream().map(each -> Client.encode(each.slug())).collect(Collectors.joining(","));
  }

  private String ids() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(String.valueOf(world.anyIdEver(Table.ARTICLE)));
    }
    return "ids=" + String.join(",", ids);
  }

  private String article() {
    List<String> query = new ArrayList<>();
    maybe(2, query, () -> "include=related");
    maybe(4, query, () -> "body=" + world.pick(List.of("html", "text", "blocks")));
    maybe(4, query, () -> "calendar=jalali");
    maybe(
        5, query, () -> "fields=" + world.pick(List.of("title,related", "seo,attributes", "body")));
    return "/v1/articles/" + world.anyIdEver(Table.ARTICLE) + query(query);
  }

  private String related() {
    List<String> query = new ArrayList<>(fields(SUMMARY_FIELDS));
    maybe(2, query, () -> "limit=" + (1 + random.nextInt(10)));
    return "/v1/articles/" + world.anyIdEver(Table.ARTICLE) + "/related" + query(query);
  }

  /** By date: what a word weighs changes with each name that is indexed anew. */
  private String search() {
    List<String> query = new ArrayList<>();
    query.add("q=" + Client.encode(world.pick(List.of("تیتر", "t", "-x", "تیتر OR متن"))));
    query.add("sort=-publishedAt");
    filter(query, "section", Table.SECTION);
    filter(query, "tag", Table.TAG);
    maybe(3, query, () -> "facets=section,tag,source,type,month");
    maybe(2, query, () -> "limit=" + (1 + random.nextInt(8)));
    maybe(4, query, () -> "highlight=none");
    return "/v1/search" + query(query);
  }

  private String names(String path, List<String> more) {
    List<String> query = new ArrayList<>(more);
    query.addAll(count());
    maybe(2, query, () -> "limit=" + (1 + random.nextInt(10)));
    return path + query(query);
  }

  private String named(String path, Table table) {
    return path + Client.encode(world.anySlugEver(table)) + query(count());
  }

  private String resolve() {
    Thing article = world.any(Table.ARTICLE);
    String path =
        switch (random.nextInt(7)) {
          case 0 -> "/news/" + article.id() + "/" + article.slug();
          case 1 -> "/news/" + world.anyIdEver(Table.ARTICLE) + "/x";
          case 2 -> world.anyPathEver() + (random.nextInt(3) == 0 ? "/" : "");
          case 3 -> "/tags/" + world.anySlugEver(Table.TAG);
          case 4 -> "/sources/" + world.anySlugEver(Table.SOURCE);
          case 5 -> "/contributors/" + world.anySlugEver(Table.CONTRIBUTOR);
          default -> oldPaths + random.nextInt(RandomWrites.OLD_PATHS);
        };
    return "/v1/resolve?path=" + Client.encode(path);
  }

  private List<String> count() {
    return random.nextBoolean() ? List.of("include=articleCount") : List.of();
  }

  private List<String> fields(List<String> known) {
    return random.nextInt(4) == 0
        ? List.of("fields=" + world.pick(known) + "," + world.pick(known))
        : List.of();
  }

  private void maybe(int oneIn, List<String> query, Supplier<String> parameter) {
    if (random.nextInt(oneIn) == 0) {
      query.add(parameter.get());
    }
  }

  @SafeVarargs
  private static String query(List<String>... parts) {
    String query =
        java.util.Arrays.stream(parts).flatMap(List::stream).collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }
}
