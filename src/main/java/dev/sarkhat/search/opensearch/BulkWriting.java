package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.SearchIndexException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Set;

/**
 * Writes documents, many at once. Each bears a version, and one that the index has in a higher
 * version is left as it is.
 */
final class BulkWriting {

  /** A cluster refuses requests of more than 100 MB, and slows down long before. */
  private static final int BYTES_AT_ONCE = 4 << 20;

  /** RFC 6585, section 4. */
  private static final int TOO_MANY = 429;

  /** In milliseconds; each is twice as long as the one before. */
  private static final long FIRST_PAUSE = 100;

  private static final long LAST_PAUSE = 1600;

  private static final String INDEX = "index";
  private static final String DELETE = "delete";

  /** Written; deleted what was not there; somebody wrote what is newer. */
  private static final Set<Integer> FINE = Set.of(200, 201, 404, 409);

  private final OpenSearchClient client;
  private final Duration longest;
  private final String alias;
  private final long version;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  /**
   * Begins to write.
   *
   * @param alias of the index; what has none is not created by being written to
   * @param version of all of the documents
   * @param longest how long a request may take
   */
  BulkWriting(OpenSearchClient client, String alias, long version, Duration longest) {
    this.client = client;
    this.alias = alias;
    this.version = version;
    this.longest = longest;
  }

  /**
   * Writes changes.
   *
   * @param show whether searches find them afterwards
   */
  void write(IndexChanges changes, boolean show) {
    for (IndexedArticle article : changes.articles()) {
      add(INDEX, Documents.articleKey(article.id()));
      add(Documents.document(article));
    }
    for (long removed : changes.removedArticles()) {
      add(DELETE, Documents.articleKey(removed));
    }
    for (IndexedName name : changes.names()) {
      add(INDEX, Documents.nameKey(name.key()));
      add(Documents.document(name));
    }
    for (NameKey removed : changes.removedNames()) {
      add(DELETE, Documents.nameKey(removed));
    }
    send(show);
  }

  private void add(String action, String key) {
    if (lines.size() >= BYTES_AT_ONCE) {
      send(false);
    }
    ObjectNode line = OpenSearchClient.JSON.createObjectNode();
    line.putObject(action)
        .put("_id", key)
        .put("version", version)
        .put("version_type", "external_gte");
    add(line);
  }

  private void add(ObjectNode line) {
    lines.writeBytes(OpenSearchClient.bytes(line));
    lines.write('\n');
  }

  private void send(boolean show) {
    if (lines.size() == 0) {
      return;
    }
    byte[] body = lines.toByteArray();
    lines.reset();
    String path = "/" + alias + "/_bulk?require_alias=true&refresh=" + show;
    OpenSearchClient.Answer answer =
        client.send("POST", path, body, OpenSearchClient.LINES, longest);
    for (long pause = FIRST_PAUSE; isBusy(answer) && pause <= LAST_PAUSE; pause *= 2) {
      pause(pause);
      answer = client.send("POST", path, body, OpenSearchClient.LINES, longest);
    }
    JsonNode result = answer.orThrow();
    if (result.path("errors").asBoolean()) {
      result.path("items").forEach(BulkWriting::check);
    }
  }

  /** Whether the cluster asks to be left alone for a moment, as a whole or with some documents. */
  private static boolean isBusy(OpenSearchClient.Answer answer) {
    if (answer.body().path("errors").asBoolean()) {
      for (JsonNode item : answer.body().path("items")) {
        if (result(item).path("status").asInt() == TOO_MANY) {
          return true;
        }
      }
    }
    return answer.status() == TOO_MANY;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw SearchIndexException.failed("OpenSearch was not waited for", interrupted);
    }
  }

  private static JsonNode result(JsonNode item) {
    return item.path(item.has(INDEX) ? INDEX : DELETE);
  }

  private static void check(JsonNode item) {
    JsonNode result = result(item);
    // A document that is deleted and not there has no error; an index that is not there is one.
    boolean gone = result.path("status").asInt() == 404 && result.has("error");
    if (gone || !FINE.contains(result.path("status").asInt())) {
      throw SearchIndexException.failed(
          "OpenSearch did not take "
              + result.path("_id").asText()
              + ": "
              + result.path("error").path("reason").asText(),
          null);
    }
  }
}
