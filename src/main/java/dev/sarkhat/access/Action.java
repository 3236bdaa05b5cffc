package dev.sarkhat.access;

/**
 * What can be done in the newsroom, with the least role that may and where the role must be held.
 * This is the whole policy; {@code openapi/access.md} tells it to people.
 */
public enum Action {
  /** See an article that need not be public. */
  ARTICLE_READ(Role.READER, Reach.SECTION),
  /** Write a new article, or move one here. */
  ARTICLE_CREATE(Role.REPORTER, Reach.SECTION),
  /** Change what an article says. */
  ARTICLE_EDIT(Role.REPORTER, Reach.OWN_DRAFT),
  /** Hand a draft to the editors. */
  ARTICLE_SUBMIT(Role.REPORTER, Reach.OWN_DRAFT),
  /** Make a link that shows an article to whoever has it. */
  ARTICLE_PREVIEW(Role.REPORTER, Reach.OWN),
  /** Approve a submitted article or hand it back. */
  ARTICLE_REVIEW(Role.EDITOR, Reach.SECTION),
  /** Publish, schedule, embargo, expire, withdraw, restore. */
  ARTICLE_PUBLISH(Role.EDITOR, Reach.SECTION),
  /** Remove an article with its history. */
  ARTICLE_DELETE(Role.ADMIN, Reach.EVERYWHERE),
  /** Have a text proofread. */
  TEXT_CHECK(Role.READER, Reach.ANYWHERE),
  /** See sections, tags, sources, contributors and menus with their revisions. */
  NAMES_READ(Role.READER, Reach.ANYWHERE),
  /** Make and change tags, sources and contributors. */
  NAMES_EDIT(Role.EDITOR, Reach.ANYWHERE),
  /** Merge and delete tags; delete sources and contributors. */
  NAMES_REMOVE(Role.EDITOR, Reach.EVERYWHERE),
  /** Make and change menus. */
  MENUS_EDIT(Role.EDITOR, Reach.EVERYWHERE),
  /** Make, change, move and delete sections. */
  SECTIONS_EDIT(Role.ADMIN, Reach.EVERYWHERE),
  /** Make people, grants and keys, and take them back. */
  ACCESS_MANAGE(Role.ADMIN, Reach.EVERYWHERE),
  /** Read what was done. */
  AUDIT_READ(Role.ADMIN, Reach.EVERYWHERE),
  /** Import files. */
  CONTENT_IMPORT(Role.ADMIN, Reach.EVERYWHERE),
  /** Read everything at once. */
  CONTENT_EXPORT(Role.ADMIN, Reach.EVERYWHERE),
  /** See, check, repair and build anew the search index. */
  SEARCH_OPERATE(Role.ADMIN, Reach.EVERYWHERE);

  /** Where the role must be held. */
  enum Reach {
    /** In the thing's section or one above it. */
    SECTION,
    /** In the thing's section; below editor, the thing must be one's own. */
    OWN,
    /** In the thing's section; below editor, the thing must be one's own and not handed in. */
    OWN_DRAFT,
    /** In any section. */
    ANYWHERE,
    /** Without a section. */
    EVERYWHERE
  }

  private final Role least;
  private final Reach reach;

  Action(Role least, Reach reach) {
    this.least = least;
    this.reach = reach;
  }

  Role least() {
    return least;
  }

  Reach reach() {
    return reach;
  }
}
