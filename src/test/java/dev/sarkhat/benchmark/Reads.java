package dev.sarkhat.benchmark;

import dev.sarkhat.article.SampleListing;
import dev.sarkhat.http.Cursors;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The reads that are measured on an archive of some size. */
final class Reads {

  /** The rows that the application reads for a page of the default size, and one to look ahead. */
  private static final int ROWS = 21;

  private final List<Read> reads = new ArrayList<>();
  private final Cursors cursors;
  private final Instant asOf;
  private final int articles;

  private Reads(Cursors cursors, Instant asOf, int articles) {
    this.cursors = cursors;
    this.asOf = asOf;
    this.articles = articles;
  }

  static List<Read> of(Cursors cursors, Instant asOf, int articles) {
    Reads reads = new Reads(cursors, asOf, articles);
    reads.references();
    reads.lists();
    reads.deepPages();
    reads.combinations();
    reads.counts();
    reads.details();
    return List.copyOf(reads.reads);
  }

  private void references() {
    reads.add(Read.reference("reference: an unknown path (404)", "/nowhere"));
    reads.add(Read.reference("reference: liveness", "/health/live"));
  }

  private void lists() {
    first("front", new SampleListing());
    first("front, oldest first", new SampleListing().sort("publishedAt"));
    first("front, last updated first", new SampleListing().sort("-updatedAt"));
    first("section with subtree, busy", new SampleListing().section(1));
    first("section with subtree, dormant", new SampleListing().section(6));
    first("tag, on half of the articles", new SampleListing().tag(1));
    first("tag, on a few hundred", new SampleListing().tag(2));
    first("tag, on five old ones", new SampleListing().tag(3));
    first("source", new SampleListing().source(1));
    first("source, rare", new SampleListing().source(40));
    first("contributor", new SampleListing().contributor(1));
    first("type", new SampleListing().type("news"));
    first("type, rare", new SampleListing().type("photo"));
    first("language", new SampleListing().lang("fa"));
  }

  private void deepPages() {
    middle("front, half-way down", new SampleListing());
    middle("front, oldest first, half-way down", new SampleListing().sort("publishedAt"));
    middle("front, last updated first, half-way down", new SampleListing().sort("-updatedAt"));
    middle("section with subtree, half-way down", new SampleListing().section(1));
    middle("tag, half-way down", new SampleListing().tag(1));
    middle("source, half-way down", new SampleListing().source(1));
  }

  private void combinations() {
    Instant to = SyntheticArchive.MIDDLE;
    Instant from = Instant.parse("2020-10-01T00:00:00Z");
    first("three months of the front", new SampleListing().published(from, to));
    first("three months of a tag", new SampleListing().tag(1).published(from, to));
    first("either of two tags", new SampleListing().tag(1, 4));
    first("either of a common and a rare tag", new SampleListing().tag(1, 3));
    first("both of two common tags", new SampleListing().tag(1).tag(4));
    first("both of a common and a rare tag", new SampleListing().tag(1).tag(3));
    first("busy section and common tag", new SampleListing().section(1).tag(1));
    first("dormant section and common tag", new SampleListing().section(6).tag(1));
    first("busy section and rare tag", new SampleListing().section(1).tag(3));
    first("source and type", new SampleListing().source(1).type("news"));
    first("common tag and rare type", new SampleListing().tag(1).type("photo"));
  }

  private void counts() {
    counted("front, counted up to 10,000", new SampleListing());
    counted("tag, counted up to 10,000", new SampleListing().tag(1));
    counted("section, counted up to 10,000", new SampleListing().section(1));
    counted("either of two tags, counted up to 10,000", new SampleListing().tag(1, 4));
  }

  /** An old article is never one of the few that are not public; the newest may be. */
  private void details() {
    long id = 20;
    reads.add(Read.of("article by number", "/v1/articles/" + id));
    reads.add(Read.of("article with related", "/v1/articles/" + id + "?include=related"));
    reads.add(Read.of("related articles", "/v1/articles/" + id + "/related"));
    reads.add(Read.of("resolve an article's path", resolve("/news/" + id + "/article-" + id)));
    reads.add(Read.of("resolve a section's path", resolve("/section-1/section-7")));
    reads.add(Read.of("resolve a tag's path", resolve("/tags/tag-1")));
  }

  private static String resolve(String path) {
    return "/v1/resolve?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private void first(String name, SampleListing listing) {
    reads.add(new Read(name, listing.path(), listing.page(asOf, ROWS, null, 0), false));
  }

  private void middle(String name, SampleListing listing) {
    Instant at = SyntheticArchive.MIDDLE;
    long id = articles / 2;
    String cursor =
        cursors.after(listing.name(), Long.toString(at.toEpochMilli()), Long.toString(id));
    reads.add(
        new Read(
            name,
            join(listing.path(), "cursor=" + cursor),
            listing.page(asOf, ROWS, at, id),
            false));
  }

  private void counted(String name, SampleListing listing) {
    reads.add(
        new Read(name, join(listing.path(), "count=capped"), listing.cappedCount(asOf), false));
  }

  private static String join(String path, String parameter) {
    return path + (path.contains("?") ? "&" : "?") + parameter;
  }
}
