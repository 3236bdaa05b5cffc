package dev.sarkhat.cache;

/**
 * How long others may show an answer, in seconds (RFC 9111, section 5.2.2; RFC 5861).
 *
 * @param maxAge in a browser or an app
 * @param sharedMaxAge in a shared cache, which can be purged
 * @param staleWhileRevalidate how much longer a shared cache may show it while it asks for a new
 *     one
 * @param staleIfError how much longer a shared cache may show it while the server fails
 */
record Freshness(int maxAge, int sharedMaxAge, int staleWhileRevalidate, int staleIfError) {

  /**
   * The same, but for the time that is left until the answer changes by itself: nobody shows it
   * longer, not even stale.
   */
  Freshness until(long secondsLeft) {
    int left = (int) Math.max(0, Math.min(secondsLeft, Integer.MAX_VALUE));
    int shared = Math.min(sharedMaxAge, left);
    int staleLeft = left - shared;
    return new Freshness(
        Math.min(maxAge, left),
        shared,
        Math.min(staleWhileRevalidate, staleLeft),
        Math.min(staleIfError, staleLeft));
  }

  /** The field {@code Cache-Control}. */
  String cacheControl() {
    return "public, max-age=" + maxAge + ", s-maxage=" + sharedMaxAge + stale();
  }

  /** The field {@code CDN-Cache-Control} (RFC 9213), and {@code Surrogate-Control}. */
  String targeted() {
    return "max-age=" + sharedMaxAge + stale();
  }

  private String stale() {
    return (staleWhileRevalidate > 0 ? ", stale-while-revalidate=" + staleWhileRevalidate : "")
        + (staleIfError > 0 ? ", stale-if-error=" + staleIfError : "");
  }
}
