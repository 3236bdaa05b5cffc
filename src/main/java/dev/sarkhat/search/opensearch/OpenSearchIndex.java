package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.IndexBuild;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.SearchHits;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.index.SearchIndexException;
import dev.sarkhat.search.index.SearchRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The index in a cluster. */
public final class OpenSearchIndex implements SearchIndex {

  /** The writer looks so often whether its index is still there. */
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  /**
   * How a cluster is reached.
   *
   * @param nodes addresses of nodes, any of which is asked
   * @param credentials for basic authentication
   * @param connectTimeout how long a connection may take to come about
   * @param timeout how long a write may take
   * @param connections how much may be asked at once
   */
  public record Cluster(
      List<URI> nodes,
      Optional<Credentials> credentials,
      Duration connectTimeout,
      Duration timeout,
      int connections) {}

  /** Who asks. */
  public record Credentials(String username, String password) {

    @Override
    public String toString() {
      return username;
    }
  }

  /**
   * How an index is kept and searched.
   *
   * @param prefix what the indexes' names begin with, and the name of the alias
   * @param replicas copies of the index beside the first
   * @param longestSearch after which what was found until then is the answer
   * @param recencyWeight what an article that is published now scores more than an ancient one
   * @param recencyPivot the age at which it is half of that
   */
  public record Settings(
      String prefix,
      int replicas,
      Duration longestSearch,
      double recencyWeight,
      Duration recencyPivot) {}

  private final OpenSearchClient client;
  private final Duration timeout;
  private final BooleanSupplier lead;
  private final Generations generations;
  private final Snapshots snapshots;
  private final Searches searches;
  private final Lookups lookups;
  private long lookedAt;
  private boolean leading;
  private volatile @Nullable Present present;

  /**
   * The index that is searched.
   *
   * @param position null if it does not say how far it is
   * @param buildRequested whether somebody wants it to be built anew
   */
  private record Present(String index, @Nullable IndexPosition position, boolean buildRequested) {}

  private OpenSearchIndex(
      OpenSearchClient client, Cluster cluster, Settings settings, BooleanSupplier lead) {
    this.client = client;
    this.timeout = cluster.timeout();
    this.lead = lead;
    this.generations = new Generations(client, settings.prefix(), settings.replicas(), timeout);
    Endpoint endpoint = new Endpoint(client, generations.alias(), settings.longestSearch());
    this.snapshots = new Snapshots(client, generations.alias(), settings.longestSearch());
    this.searches = new Searches(endpoint, settings, snapshots);
    this.lookups = new Lookups(endpoint);
  }

  /**
   * Opens the index, which may not be there yet.
   *
   * @param lead whether this process is the one that writes; it tries to become it
   * @throws SearchIndexException if the cluster does not answer
   */
  public static OpenSearchIndex open(Cluster cluster, Settings settings, BooleanSupplier lead) {
    OpenSearchIndex index =
        new OpenSearchIndex(new OpenSearchClient(cluster), cluster, settings, lead);
    index.look();
    return index;
  }

  @Override
  public boolean leads() {
    boolean leads = lead.getAsBoolean();
    // Who has just got the lead must know how far the one before it came.
    if (!leads || !leading || System.nanoTime() - lookedAt > LOOK_NANOS) {
      look();
    }
    leading = leads;
    return leads;
  }

  private void look() {
    ObjectNode body = Queries.object();
    body.putArray("ids").add(Documents.POSITION).add(Documents.BUILD_REQUEST);
    JsonNode documents =
        client
            .send("POST", "/" + generations.alias() + "/_mget", body, timeout)
            .orThrow()
            .path("docs");
    JsonNode position = documents.path(0);
    if (position.has("error")) {
      String error = position.path("error").path("type").asText();
      if (!error.equals("index_not_found_exception")) {
        throw SearchIndexException.failed("The search index cannot be read: " + error, null);
      }
      present = null;
    } else {
      present =
          new Present(
              position.path("_index").asText(),
              Documents.position(position.path("_source")),
              documents.path(1).path("found").asBoolean());
    }
    lookedAt = System.nanoTime();
  }

  @Override
  public Optional<IndexPosition> position() {
    Present now = present;
    return now == null ? Optional.empty() : Optional.ofNullable(now.position());
  }

  @Override
  public void apply(IndexChanges changes, IndexPosition upTo) {
    Present now = present;
    if (now == null) {
      throw SearchIndexException.absent("The search index is being built");
    }
    write(now.index(), changes, upTo.number(), true);
    if (!upTo.equals(now.position())) {
      writePosition(now.index(), upTo);
    }
    present = new Present(now.index(), upTo, now.buildRequested());
  }

  private void write(String index, IndexChanges changes, long version, boolean show) {
    String alias = Generations.writerAlias(index);
    new BulkWriting(client, alias, version, timeout).write(changes, show);
  }

  /** A position that is further already was written by whoever has the lead now. */
  private void writePosition(String index, IndexPosition position) {
    client
        .send(
            "PUT",
            "/"
                + Generations.writerAlias(index)
                + "/_doc/"
                + Documents.POSITION
                + "?require_alias=true&version_type=external_gte&version="
                + position.number(),
            Documents.document(position),
            timeout)
        .orThrow();
  }

  /** Every write is durable when the cluster has confirmed it. */
  @Override
  public void commit() {}

  @Override
  public void requestBuild() {
    Present now = present;
    if (now != null) {
      client
          .send(
              "PUT",
              "/"
                  + Generations.writerAlias(now.index())
                  + "/_doc/"
                  + Documents.BUILD_REQUEST
                  + "?require_alias=true",
              Documents.buildRequest(),
              timeout)
          .orThrow();
    }
  }

  @Override
  public boolean isBuildRequested() {
    Present now = present;
    return now != null && now.buildRequested();
  }

  @Override
  public IndexBuild build() {
    return new Build(generations.begin());
  }

  @Override
  public SearchHits search(SearchRequest request) {
    return searches.search(request, String.valueOf(present));
  }

  @Override
  public List<Long> titles(List<String> prefixes, Instant asOf, int limit) {
    return lookups.titles(prefixes, asOf, limit);
  }

  @Override
  public List<NameKey> names(List<String> prefixes, Set<EntityKind> kinds, int limit) {
    return lookups.names(prefixes, kinds, limit);
  }

  @Override
  public Map<String, Integer> attested(Collection<String> spellings) {
    return lookups.attested(spellings);
  }

  @Override
  public List<String> similar(String word, int limit) {
    return lookups.similar(word, limit);
  }

  @Override
  public SortedMap<Long, Long> digests(EntityKind kind, long after, int limit) {
    return lookups.digests(kind, after, limit);
  }

  @Override
  public void close() {
    snapshots.close();
  }

  private final class Build implements IndexBuild {

    private final String index;

    Build(String index) {
      this.index = index;
    }

    /** Below every change, so that all that comes after the build takes precedence. */
    @Override
    public void add(IndexChanges changes) {
      write(index, changes, 0, false);
    }

    @Override
    public void takeOver(IndexPosition position) {
      client.send("POST", "/" + index + "/_refresh", timeout).orThrow();
      writePosition(index, position);
      look();
      Present before = present;
      generations.replace(before == null ? null : before.index(), index);
      present = new Present(index, position, false);
    }

    @Override
    public void discard() {
      generations.remove(index);
    }
  }
}
