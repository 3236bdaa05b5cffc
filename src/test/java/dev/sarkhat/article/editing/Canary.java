package dev.sarkhat.article.editing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sarkhat.Newsroom;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Articles in every state that readers do not see, which say a word, and one that readers see,
 * which does not; all of them stand in one section.
 */
final class Canary {

  static final String ARTICLES = "/v1/admin/articles";

  private static final String LETTERS = "بپتثجچحخدذرزسشصضطظعغفقکگلمنهوی";

  /** What is never public. */
  private static final List<String> UNPUBLISHED =
      List.of("draft", "inReview", "scheduled", "embargoed");

  /** What is public at first. */
  private static final List<String> PUBLISHED =
      List.of("withdrawn", "expired", "deleted", "corrected");

  private static final Random RANDOM = new Random();

  final String word = word();

  /** For what takes no Persian letters. */
  final String mark = "canary" + word("abcdefghijklmnopqrstuvwxyz");

  /** Of a tag, a source and a contributor that only they name. */
  final String secret = "راز-" + word;

  final Section section;
  final Tag tag;
  final Source source;
  final Contributor contributor;

  private final NewsroomClient editor;
  private final Clock clock;
  private final Map<String, Integer> hidden = new LinkedHashMap<>();
  private final int shown;

  /** Writes them, publishes those that are public at first, and hides nothing yet. */
  Canary(Newsroom newsroom, NewsroomClient editor, Clock clock) {
    this.editor = editor;
    this.clock = clock;
    section = newsroom.section();
    tag = newsroom.tag();
    source = newsroom.source();
    contributor = newsroom.contributor();
    makeSecrets();
    UNPUBLISHED.forEach(state -> hidden.put(state, write(word, state, List.of())));
    PUBLISHED.forEach(state -> hidden.put(state, write(word, state, List.of())));
    shown = write("آشکار", "shown", List.copyOf(hidden.values()));
    PUBLISHED.forEach(state -> publish(id(state)));
    publish(shown);
  }

  /** Letters that nothing else has. */
  static String word() {
    return word(LETTERS);
  }

  private static String word(String letters) {
    StringBuilder word = new StringBuilder();
    for (int left = 16; left > 0; left--) {
      word.append(letters.charAt(RANDOM.nextInt(letters.length())));
    }
    return word.toString();
  }

  /** The number of the article that readers see. */
  int shown() {
    return shown;
  }

  /** The numbers of the others, by where they stand. */
  Map<String, Integer> hidden() {
    return hidden;
  }

  int id(String state) {
    return Objects.requireNonNull(hidden.get(state));
  }

  /** Leaves nothing of them public, but for the one that is to be seen. */
  void hide() {
    act("inReview", "submit", null);
    act("scheduled", "schedule", Map.of("publishAt", at(Duration.ofDays(2))));
    act("embargoed", "embargo", Map.of("until", at(Duration.ofDays(2))));
    act("withdrawn", "withdraw", Map.of("reason", "خبر نادرست بود."));
    act("expired", "expire", Map.of("expireAt", at(Duration.ofMinutes(-30))));
    editor.delete(address(id("deleted")), revision(id("deleted"))).statusCode(204);
    int corrected = id("corrected");
    editor
        .put(
            address(corrected),
            revision(corrected),
            content("آشکار", String.valueOf(corrected), List.of()))
        .statusCode(200);
    hidden.remove("corrected");
    editor.post(address(id("draft")) + "/previews", Map.of("seconds", 600)).statusCode(200);
  }

  static String address(int id) {
    return ARTICLES + "/" + id;
  }

  /** An instant as requests write it. */
  String at(Duration fromNow) {
    return clock.instant().plus(fromNow).toString();
  }

  private void makeSecrets() {
    for (String kind : List.of("tags", "sources", "contributors")) {
      editor
          .post(
              "/v1/admin/" + kind,
              Map.of(
                  "slug",
                  secret,
                  kind.equals("contributors") ? "name" : "title",
                  word,
                  "description",
                  word,
                  "listed",
                  false))
          .statusCode(201);
    }
  }

  private int write(String said, String name, List<Integer> related) {
    return editor
        .post(ARTICLES + "?note=" + URLEncoder.encode(said, UTF_8), content(said, name, related))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private Map<String, Object> content(String said, String name, List<Integer> related) {
    boolean secretly = said.equals(word);
    String address = "https://example.org/" + (secretly ? mark : "shown");
    Map<String, Object> content = new HashMap<>();
    content.put("section", section.slug());
    content.put("externalId", (secretly ? mark : word()) + name);
    content.put("slug", "خبر-" + said);
    for (String line : List.of("title", "kicker", "subtitle", "lead")) {
      content.put(line, "یک " + said + " دو");
    }
    content.put("body", "<p>" + said + "</p><img src=\"" + address + "\" alt=\"" + said + "\">");
    content.put("pullQuotes", List.of(Map.of("text", said, "attribution", said)));
    content.put("tags", secretly ? List.of(tag.slug(), secret) : List.of(tag.slug()));
    content.put("source", secretly ? secret : source.slug());
    content.put("sourceUrl", address);
    content.put("originalSource", secretly ? secret : source.slug());
    content.put("originalSourceUrl", address);
    content.put(
        "contributors",
        secretly ? List.of(contributor.slug(), secret) : List.of(contributor.slug()));
    content.put("related", related);
    content.put("image", Map.of("url", address, "alt", said, "caption", said, "credit", said));
    content.put("seo", Map.of("title", said, "description", said, "canonicalUrl", address));
    content.put("attributes", Map.of(said, said, "address", address));
    return content;
  }

  private void publish(int id) {
    act(id, "publish", Map.of("publishedAt", at(Duration.ofHours(-1))));
  }

  private void act(String state, String action, @Nullable Map<String, Object> body) {
    act(id(state), action, body);
  }

  private void act(int id, String action, @Nullable Map<String, Object> body) {
    editor.act(address(id) + "/" + action, revision(id), body).statusCode(200);
  }

  private int revision(int id) {
    return editor.get(address(id)).statusCode(200).extract().path("revision");
  }
}
