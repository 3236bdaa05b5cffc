package dev.sarkhat.search;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.ShownNames.ShownName;
import dev.sarkhat.search.index.FacetCount;
import dev.sarkhat.search.index.SearchFacet;
import dev.sarkhat.text.JalaliDate;
import dev.sarkhat.text.JalaliRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what an index has counted into what readers are shown. */
@ApplicationScoped
class FacetReader {

  private final ShownNames names;

  @Inject
  FacetReader(ShownNames names) {
    this.names = names;
  }

  /** The facets; null where none were asked for. */
  @Nullable SearchFacets of(Map<SearchFacet, List<FacetCount>> counts) {
    if (counts.isEmpty()) {
      return null;
    }
    return new SearchFacets(
        named(counts.get(SearchFacet.SECTION), EntityKind.SECTION),
        named(counts.get(SearchFacet.TAG), EntityKind.TAG),
        named(counts.get(SearchFacet.SOURCE), EntityKind.SOURCE),
        plain(counts.get(SearchFacet.TYPE)),
        months(counts.get(SearchFacet.MONTH)),
        jalaliMonths(counts.get(SearchFacet.JALALI_MONTH)));
  }

  private @Nullable List<FacetValue> named(@Nullable List<FacetCount> counts, EntityKind kind) {
    if (counts == null) {
      return null;
    }
    Map<Long, ShownName> shown =
        names.of(kind, counts.stream().map(count -> Long.parseLong(count.value())).toList());
    return counts.stream()
        .map(count -> named(count, shown.get(Long.parseLong(count.value()))))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable FacetValue named(FacetCount count, @Nullable ShownName name) {
    return name == null
        ? null
        : new FacetValue(name.slug(), name.title(), count.count(), null, null);
  }

  private static @Nullable List<FacetValue> plain(@Nullable List<FacetCount> counts) {
    return counts == null
        ? null
        : counts.stream()
            .map(count -> new FacetValue(count.value(), null, count.count(), null, null))
            .toList();
  }

  private static @Nullable List<FacetValue> months(@Nullable List<FacetCount> counts) {
    return counts == null ? null : counts.stream().map(FacetReader::month).toList();
  }

  private static FacetValue month(FacetCount count) {
    YearMonth month = YearMonth.parse(count.value());
    return new FacetValue(
        count.value(), null, count.count(), start(month), start(month.plusMonths(1)));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static @Nullable List<FacetValue> jalaliMonths(@Nullable List<FacetCount> counts) {
    return counts == null ? null : counts.stream().map(FacetReader::jalaliMonth).toList();
  }

  private static FacetValue jalaliMonth(FacetCount count) {
    return JalaliRange.parse(count.value())
        .map(
            month ->
                new FacetValue(
                    count.value(),
                    JalaliDate.formatMonth(month.from()),
                    count.count(),
                    month.from(),
                    month.to()))
        .orElseGet(() -> new FacetValue(count.value(), null, count.count(), null, null));
  }
}
