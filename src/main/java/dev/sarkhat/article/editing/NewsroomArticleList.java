package dev.sarkhat.article.editing;

import dev.sarkhat.access.Action;
import dev.sarkhat.access.Caller;
import dev.sarkhat.access.Policy;
import dev.sarkhat.access.PrincipalNames;
import dev.sarkhat.access.PrincipalRef;
import dev.sarkhat.access.Visible;
import dev.sarkhat.article.SearchText;
import dev.sarkhat.contributor.ContributorRepository;
import dev.sarkhat.http.Cursors;
import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.paging.Page;
import dev.sarkhat.section.SectionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Lists articles for whoever may see them. */
@ApplicationScoped
class NewsroomArticleList {

  private final EntityManager entities;
  private final Policy policy;
  private final Caller caller;
  private final PrincipalNames principals;
  private final SectionRepository sections;
  private final ContributorRepository contributors;
  private final Cursors cursors;
  private final Clock clock;

  @Inject
  NewsroomArticleList(
      EntityManager entities,
      Policy policy,
      Caller caller,
      PrincipalNames principals,
      SectionRepository sections,
      ContributorRepository contributors,
      Cursors cursors,
      Clock clock) {
    this.entities = entities;
    this.policy = policy;
    this.caller = caller;
    this.principals = principals;
    this.sections = sections;
    this.contributors = contributors;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** One page of what the caller may see. */
  @Transactional
  Page<NewsroomArticleSummary> page(NewsroomArticleQuery query) {
    policy.require(Action.ARTICLE_READ);
    Instant now = clock.instant();
    String list = query.listName();
    int limit = Parameters.limit(query.limit);
    NewsroomListing listing = listing(query, now);
    List<String> keys = cursors.keys(list, query.cursor);
    if (keys != null) {
      listing.after(Instant.ofEpochMilli(Long.parseLong(keys.get(0))), Long.parseLong(keys.get(1)));
    }
    Page<NewsroomRow> page =
        Page.cut(
            listing.read(entities.unwrap(Session.class), limit + 1),
            limit,
            last ->
                cursors.after(
                    list,
                    String.valueOf(last.at(query.sort()).toEpochMilli()),
                    String.valueOf(last.id())));
    List<@Nullable Long> people = new ArrayList<>();
    for (NewsroomRow row : page.data()) {
      people.add(row.createdBy());
      people.add(row.savedBy());
    }
    Map<Long, PrincipalRef> names = principals.of(people);
    return page.map(row -> row.summary(names, now));
  }

  private NewsroomListing listing(NewsroomArticleQuery query, Instant now) {
    Visible visible = policy.visible();
    NewsroomListing listing = new NewsroomListing(query.sort(), now);
    listing.visibleTo(visible);
    listing.standing(query.statuses());
    listing.due(query.from(), query.to());
    Long creator = query.creator(caller.principal().id());
    if (creator != null) {
      listing.madeBy(creator);
    }
    if (query.section != null) {
      listing.within(id("section", sections.idsBySlug(List.of(query.section)).values()));
    }
    if (query.contributor != null) {
      listing.creditedTo(
          id("contributor", contributors.idsBySlug(List.of(query.contributor)).values()));
    }
    if (query.q != null) {
      listing.saying(SearchText.ofQuery(query.q));
    }
    return listing;
  }

  private static long id(String parameter, Collection<Long> found) {
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.ofParameter(
                    ProblemType.UNKNOWN_VALUE, parameter, "There is none with this slug."));
  }
}
