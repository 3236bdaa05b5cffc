package dev.sarkhat.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.http.PublicHeaders;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes finished answers of what resources return. */
@Singleton
class AnswerFactory {

  private static final Logger LOG = Logger.getLogger(AnswerFactory.class);

  private static final int OK = 200;

  /** Shorter bodies fit a packet anyway. */
  private static final int SHORTEST_TO_COMPRESS = 1_024;

  private static final long SECOND = 1_000;

  private final ObjectMapper json;
  private final VisibilitySchedule schedule;
  private final Validity validity;
  private final Clock clock;
  private final FreshnessFields freshnessFields;
  private final long timeToLive;
  private final long absenceTimeToLive;

  @Inject
  AnswerFactory(
      ObjectMapper json,
      VisibilitySchedule schedule,
      Validity validity,
      Clock clock,
      FreshnessFields freshnessFields,
      CacheConfiguration configuration) {
    this.json = json;
    this.schedule = schedule;
    this.validity = validity;
    this.clock = clock;
    this.freshnessFields = freshnessFields;
    this.timeToLive = configuration.timeToLive().toMillis();
    this.absenceTimeToLive = configuration.absenceTimeToLive().toMillis();
  }

  /**
   * The answer that a response holds, in bytes.
   *
   * @param before the answer that it takes the place of
   * @throws IOException if the entity cannot be written as JSON
   */
  Answer create(
      Load load, Rendering rendering, @Nullable Answer before, ContainerResponseContext response)
      throws IOException {
    Document document = response.getEntity() instanceof Document made ? made : null;
    byte[] body =
        document == null ? json.writeValueAsBytes(response.getEntity()) : document.bytes();
    boolean found = response.getStatus() == OK;
    boolean kept = load.key() != null;
    String entityTag = EntityTag.of(body);
    Instant asOf = rendering.asOf();
    long renderedAt = asOf.toEpochMilli();
    long changesAt = changesAt(load, rendering);
    Freshness freshness =
        found ? load.policy().freshness(rendering.datedAt(), asOf) : CachePolicy.ABSENCE;
    return new Answer(
        response.getStatus(),
        fields(load, response, entityTag, freshness, rendering.tags()),
        HttpHeaders.createOptimized(
            document == null
                ? response.getHeaderString(HttpHeaders.CONTENT_TYPE.toString())
                : document.mediaType()),
        response.getHeaderString(PublicHeaders.CONTENT_SECURITY_POLICY.toString()),
        load.choice(),
        entityTag,
        Buffer.buffer(body),
        kept && body.length >= SHORTEST_TO_COMPRESS,
        freshness,
        Validity.slots(rendering.tags()),
        load.startEpoch(),
        renderedAt,
        changesAt,
        renderedAt + (found ? timeToLive : absenceTimeToLive),
        found && load.policy() == CachePolicy.ARTICLE
            ? lastModified(entityTag, renderedAt, before)
            : Answer.NEVER);
  }

  private CharSequence[] fields(
      Load load,
      ContainerResponseContext response,
      String entityTag,
      Freshness freshness,
      Collection<String> tags) {
    List<CharSequence> fields = new ArrayList<>();
    response
        .getStringHeaders()
        .forEach(
            (name, values) -> {
              if (!isApart(name)) {
                values.forEach(value -> add(fields, name, value));
              }
            });
    add(fields, HttpHeaders.ETAG, entityTag);
    add(
        fields,
        HttpHeaders.VARY,
        load.choice() == AnswerChoice.JSON_OR_OTHERS
            ? "Accept-Encoding, Accept"
            : HttpHeaders.ACCEPT_ENCODING);
    freshnessFields.forEach(freshness, (name, value) -> add(fields, name, value));
    if (!tags.isEmpty()) {
      Set<String> bounded = TagFields.bounded(tags);
      add(fields, "Surrogate-Key", String.join(" ", bounded));
      add(fields, "Cache-Tag", String.join(",", bounded));
    }
    return fields.toArray(CharSequence[]::new);
  }

  /** Whether the field has a place of its own in an answer. */
  private static boolean isApart(String name) {
    return HttpHeaders.CONTENT_TYPE.toString().equalsIgnoreCase(name)
        || PublicHeaders.CONTENT_SECURITY_POLICY.toString().equalsIgnoreCase(name);
  }

  private static void add(List<CharSequence> fields, CharSequence name, CharSequence value) {
    fields.add(HttpHeaders.createOptimized(name.toString()));
    fields.add(HttpHeaders.createOptimized(value.toString()));
  }

  private long changesAt(Load load, Rendering rendering) {
    Instant asOf = rendering.asOf();
    if (rendering.isListing()) {
      try {
        rendering.changesAt(schedule.next(asOf, load.startEpoch()));
      } catch (SQLException e) {
        LOG.warnf("The next change of what is public is unknown: %s", e.getMessage());
        return asOf.toEpochMilli();
      }
    }
    Instant changesAt = rendering.changesAt();
    return changesAt == null ? Answer.NEVER : changesAt.toEpochMilli();
  }

  /**
   * When these bytes were first shown. Two versions never share a second, or a client that asks by
   * date alone would keep the first for ever: the second gets a date ahead, and tells none until
   * that has come. After recent changes every answer does so, for another node may have shown the
   * version before.
   */
  private long lastModified(String entityTag, long renderedAt, @Nullable Answer before) {
    if (before != null && before.entityTag.equals(entityTag)) {
      return before.lastModified;
    }
    long second = renderedAt - renderedAt % SECOND;
    if (!validity.isQuiet()) {
      second += 2 * SECOND;
    }
    return before == null || before.lastModified == Answer.NEVER
        ? second
        : Math.max(second, before.lastModified + SECOND);
  }
}
