package dev.sarkhat.access;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides what the caller may do, and what they may see. */
@ApplicationScoped
public class Policy {

  private final Caller caller;
  private final SectionLineage lineage;

  @Inject
  Policy(Caller caller, SectionLineage lineage) {
    this.caller = caller;
    this.lineage = lineage;
  }

  /**
   * Goes on if the caller may do this without regard to a place.
   *
   * @throws ProblemException 403 if not
   */
  public void require(Action action) {
    Principal principal = caller.principal();
    boolean may =
        switch (action.reach()) {
          case EVERYWHERE -> principal.isEverywhere(action.least());
          case ANYWHERE, SECTION, OWN, OWN_DRAFT -> principal.isAnywhere(action.least());
        };
    if (principal.bootstrap() && action != Action.ACCESS_MANAGE) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN,
          "The first key makes other keys and nothing else: make one for an admin, and use that.");
    }
    if (!may) {
      throw forbidden(action);
    }
    caller.note(new Permission(action, null));
  }

  /**
   * Goes on if the caller may do this to the thing.
   *
   * @throws ProblemException 404 if they may not even see it, 403 if they may not do this
   */
  public void require(Action action, Placement thing) {
    requireVisible(thing);
    require(action);
    if (!may(action, thing)) {
      throw forbidden(action);
    }
    caller.note(new Permission(action, thing));
  }

  /**
   * Goes on if the caller may see the thing: it stands where they have a role, or they have made
   * it.
   *
   * @throws ProblemException 404 if not
   */
  public void requireVisible(Placement thing) {
    if (!isVisible(thing)) {
      throw ProblemException.notFound();
    }
  }

  /** Whether the caller may see the thing. */
  public boolean isVisible(Placement thing) {
    return may(Action.ARTICLE_READ, thing) || isCreator(thing);
  }

  /**
   * Goes on if the caller may put something of theirs in the section.
   *
   * @throws ProblemException 403 if not
   */
  public void requirePlace(Action action, long sectionId) {
    Placement place = Placement.ofNew(sectionId, caller);
    if (!may(action, place)) {
      throw forbidden(action);
    }
    caller.note(new Permission(action, place));
  }

  /**
   * Goes on if the caller is still allowed what they were allowed before.
   *
   * @throws ProblemException 403 or 404 if anything of it was taken back
   */
  void requireStill(List<Permission> permissions) {
    for (Permission each : permissions) {
      if (each.thing() == null) {
        require(each.action());
      } else {
        require(each.action(), each.thing());
      }
    }
  }

  /** What the caller may see, as the condition of a query. */
  public Visible visible() {
    Principal principal = caller.principal();
    if (principal.bootstrap()) {
      return new Visible(false, Set.of(), principal.id());
    }
    if (principal.isEverywhere(Role.READER)) {
      return new Visible(true, Set.of(), principal.id());
    }
    Set<Long> roots = new HashSet<>();
    for (Grant grant : principal.grants()) {
      if (grant.sectionId() != null) {
        roots.add(grant.sectionId());
      }
    }
    Set<Long> sections = roots.isEmpty() ? roots : lineage.within(roots);
    return new Visible(false, sections, principal.id());
  }

  private boolean may(Action action, Placement thing) {
    if (caller.principal().bootstrap() && action != Action.ACCESS_MANAGE) {
      return false;
    }
    return switch (action.reach()) {
      case EVERYWHERE -> caller.principal().isEverywhere(action.least());
      case ANYWHERE -> caller.principal().isAnywhere(action.least());
      case SECTION -> hasIn(action.least(), thing.sectionId());
      case OWN -> hasIn(Role.EDITOR, thing.sectionId()) || own(action, thing);
      case OWN_DRAFT ->
          hasIn(Role.EDITOR, thing.sectionId()) || (own(action, thing) && thing.draft());
    };
  }

  private boolean own(Action action, Placement thing) {
    return isCreator(thing) && hasIn(action.least(), thing.sectionId());
  }

  private boolean isCreator(Placement thing) {
    return thing.creatorId() != null && thing.creatorId() == caller.principal().id();
  }

  private boolean hasIn(Role role, long section) {
    return caller.principal().grants().stream()
        .filter(grant -> grant.role().covers(role))
        .anyMatch(
            grant -> grant.sectionId() == null || lineage.isWithin(section, grant.sectionId()));
  }

  private static ProblemException forbidden(Action action) {
    String place =
        switch (action.reach()) {
          case SECTION -> " in its section";
          case OWN -> " in its section, and below editor it must be your own";
          case OWN_DRAFT -> " in its section, and below editor it must be your own draft";
          case ANYWHERE -> "";
          case EVERYWHERE -> " without a section";
        };
    return ProblemException.of(
        ProblemType.FORBIDDEN,
        "This takes the role " + action.least().value() + " or one above it" + place + ".");
  }
}
