package dev.sarkhat.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/** The fields that tell others how long they may show an answer. */
@Singleton
class FreshnessFields {

  private static final CharSequence CDN_CACHE_CONTROL =
      HttpHeaders.createOptimized("CDN-Cache-Control");
  private static final CharSequence SURROGATE_CONTROL =
      HttpHeaders.createOptimized("Surrogate-Control");

  private final boolean surrogateControl;

  @Inject
  FreshnessFields(CacheConfiguration configuration) {
    this.surrogateControl = configuration.surrogateControl();
  }

  /** Hands out the fields by name and value. */
  void forEach(Freshness freshness, BiConsumer<CharSequence, CharSequence> field) {
    field.accept(HttpHeaders.CACHE_CONTROL, freshness.cacheControl());
    field.accept(CDN_CACHE_CONTROL, freshness.targeted());
    if (surrogateControl) {
      field.accept(SURROGATE_CONTROL, freshness.targeted());
    }
  }

  /** Puts these in place of others. */
  void replace(MultiMap headers, Freshness freshness) {
    forEach(freshness, headers::set);
  }
}
