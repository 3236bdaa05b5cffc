package dev.sarkhat.ingest;

import dev.sarkhat.article.ArticleRepository;
import dev.sarkhat.section.SectionRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fills a newsroom that has nothing yet, so that the first start shows one at work. It is done
 * before the HTTP server answers.
 *
 * <p>{@code sarkhat.sample-newsroom.enabled} switches it; without it, only the database that the
 * application starts by itself is filled, and none in tests.
 */
@ApplicationScoped
class SampleNewsroom {

  private static final Logger LOG = Logger.getLogger(SampleNewsroom.class);
  private static final String RESOURCE = "sample-newsroom.ndjson";
  private static final String DATABASE = "quarkus.datasource.jdbc.url";
  private static final String EMBEDDED = "embedded-postgres.jdbc-url";

  private final Import lines;
  private final SectionRepository sections;
  private final ArticleRepository articles;
  private final boolean enabled;

  @Inject
  SampleNewsroom(
      Import lines,
      SectionRepository sections,
      ArticleRepository articles,
      Config config,
      @ConfigProperty(name = "sarkhat.sample-newsroom.enabled") Optional<Boolean> enabled) {
    this.lines = lines;
    this.sections = sections;
    this.articles = articles;
    this.enabled =
        enabled.orElseGet(() -> LaunchMode.current() != LaunchMode.TEST && isEmbedded(config));
  }

  private static boolean isEmbedded(Config config) {
    String address = config.getConfigValue(DATABASE).getRawValue();
    return address != null && address.contains(EMBEDDED);
  }

  void start(@Observes StartupEvent event) throws IOException {
    if (enabled && isEmpty()) {
      load();
    }
  }

  private boolean isEmpty() {
    return QuarkusTransaction.requiringNew()
        .call(() -> sections.count() == 0 && articles.findAll().firstResultOptional().isEmpty());
  }

  /** Imports the sample; what it says of a line that was refused goes to the log. */
  ImportSummary load() throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream sample = Objects.requireNonNull(loader.getResourceAsStream(RESOURCE))) {
      ImportSummary summary = lines.run(sample, new Logged());
      LOG.infof(
          "The newsroom was empty; the sample is in it now: %d sections, %d articles, %d tags",
          summary.of(Count.SECTIONS_CREATED),
          summary.of(Count.ARTICLES_CREATED),
          summary.of(Count.TAGS_CREATED));
      return summary;
    }
  }

  /** Tells the log. */
  private static final class Logged implements ImportListener {

    @Override
    public void refused(Refusal refusal) {
      LOG.warnf("Line %d %s %s", refusal.line(), refusal.pointer(), refusal.reason());
    }

    @Override
    public void warned(String warning) {
      LOG.warn(warning);
    }

    @Override
    public void progressed(ImportSummary soFar) {
      LOG.debugf("%d lines", soFar.of(Count.LINES_READ));
    }
  }
}
